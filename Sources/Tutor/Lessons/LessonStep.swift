/// One part of a lesson: a `##` heading and everything up to the next one.
public struct LessonStep: Hashable, Sendable {
  /// Counted from 1.
  public var number: Int
  public var title: String
  public var line: SourceLine
  /// Text that stands before the step's goals: it is read while the step is being worked on.
  public var before: [Prose]
  /// Text that stands after the goals: it is read when the step is solved.
  public var after: [Prose]
  /// The same decision as real configuration.
  public var production: [Prose]
  /// A step with a setup starts from a fresh world; one without goes on from the step before.
  public var setup: LessonScript?
  /// Plays by itself after the setup, seen by the learner.
  public var opening: LessonScript?
  /// The step's own program in place of the pattern's.
  public var listing: LessonListing?
  public var watches: [LessonWatch]
  public var predictions: [LessonPrediction]
  /// All of them must hold.
  public var goals: [LessonGoal]
  /// What a good way is measured by beside its commands; its sentence is the noun.
  public var score: LessonGoal?
  public var hints: [LessonHint]
  /// Any one of them solves the step; the first is the author's own.
  public var solutions: [LessonScript]
  public var mistakes: [LessonMistake]
  /// When there are any, only these verbs may be used.
  public var allowed: [LessonPermission]
  public var denied: [LessonPermission]
  public var order: LessonOrder?
  public var contrast: LessonContrast?

  public init(
    number: Int, title: String, line: SourceLine = SourceLine(1), before: [Prose] = [],
    after: [Prose] = [], production: [Prose] = [], setup: LessonScript? = nil,
    opening: LessonScript? = nil, listing: LessonListing? = nil, watches: [LessonWatch] = [],
    predictions: [LessonPrediction] = [], goals: [LessonGoal] = [], hints: [LessonHint] = [],
    solutions: [LessonScript] = [], mistakes: [LessonMistake] = [],
    allowed: [LessonPermission] = [], denied: [LessonPermission] = [], order: LessonOrder? = nil,
    contrast: LessonContrast? = nil
  ) {
    self.number = number
    self.title = title
    self.line = line
    self.before = before
    self.after = after
    self.production = production
    self.setup = setup
    self.opening = opening
    self.listing = listing
    self.watches = watches
    self.predictions = predictions
    self.goals = goals
    self.hints = hints
    self.solutions = solutions
    self.mistakes = mistakes
    self.allowed = allowed
    self.denied = denied
    self.order = order
    self.contrast = contrast
  }
}
