/// A prediction that has been asked: its question and options in words, computed on copies of the
/// world as it was then.
public struct LessonQuestion: Hashable, Sendable {
  public struct Option: Hashable, Sendable {
    /// `a` for the first one on screen.
    public let letter: Character
    public let text: String
    public let isRight: Bool
    public let feedback: String?
    public let misconception: String?
    /// Whether all that it computes is the truth of another world.
    let isRival: Bool
    /// What the option computes, when it is one figure and no words.
    public let figure: ClaimFigure?
    /// What it would say if it were computed in the world as it is; nil when it computes nothing.
    let truth: String?
    /// Where it stands in the file.
    public let line: SourceLine
  }

  /// What was said, and how good it was.
  public struct Answer: Hashable, Sendable {
    /// As it was typed.
    public let given: String
    public let isRight: Bool
    /// How far a number was off, as a share of the truth; nil for everything else.
    public let distance: Double?
    /// The option that says the same; nil when nobody foresaw it.
    public let option: Int?

    /// From 0 to 100; of a number only its distance counts.
    public var score: Int {
      if isRight { return 100 }
      guard let distance else { return 0 }
      return min(99, Int((1 - min(1, distance)) * 100))
    }
  }

  /// Its place in the step, from 0.
  public let index: Int
  public let prediction: LessonPrediction
  public let text: String
  /// In the order in which they are shown; only a choice shows them.
  public let options: [Option]
  /// What runs once the answer is locked in, one command each.
  let commands: [String]
  public internal(set) var answer: Answer? {
    didSet { if isRevealed { isTold = true } }
  }
  /// The commands that are still to run before the truth is told.
  public internal(set) var commandsLeft: [String] {
    didSet { if isRevealed { isTold = true } }
  }
  /// Whether the truth has been told: then it stays on screen, even when the part begins anew.
  public private(set) var isTold = false

  /// Whether the answer is locked in and the event has happened.
  public var isRevealed: Bool { answer != nil && commandsLeft.isEmpty }

  /// Whether some of its commands have been run.
  var hasBegun: Bool { commandsLeft.count < commands.count }

  /// The right option; a lesson that has been checked always has one.
  public var right: Option? { options.first { $0.isRight } }

  /// What the learner said, in words; nil before that.
  public var said: String? {
    guard let answer else { return nil }
    guard case .choice = prediction.form, let option = answer.option else { return answer.given }
    return options[option].text
  }

  /// What happened, in words; nil until it has.
  public var was: String? { isTold ? right?.text : nil }

  /// What is said to this answer: whose rule it was; nil until the truth is known.
  public var remark: String? {
    guard isTold, let option = answer?.option else { return nil }
    return options[option].feedback
  }

  /// `You said … It was …`: stays on screen until the step ends.
  public var review: [String] {
    guard let said, let was else { return [] }
    var lines = ["You said  \(said)", "It was    \(was)"]
    if let distance = answer?.distance, distance > 0 {
      lines[1] += "  (\(LessonQuestion.percent(distance)) off)"
    }
    if let remark { lines.append(remark) }
    return lines
  }

  private static func percent(_ share: Double) -> String {
    guard share < 10 else { return "more than ten times" }
    return "\(max(1, Int((share * 100).rounded()))) %"
  }
}
