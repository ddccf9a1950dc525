import Simulation

// A lesson being done.
//
//   opening ──▶ predicting ──▶ doing ──▶ solved ──▶ next step … ──▶ finished
//                   ▲            │
//                   └────────────┘   the next question, when its time has come
//
// The run holds what belongs to the person and not to the world: answers, hints, failed tries. So
// `undo`, which restores worlds, never rolls any of it back. Goals are judged anew after every
// command and look at the stage alone.

/// Where somebody stands in a lesson, and what they have said and asked for so far.
public struct LessonRun: Sendable {
  public enum Phase: Hashable, Sendable {
    /// The opening plays by itself.
    case opening
    /// This question of the step waits for its answer; nothing that changes the world may run.
    case predicting(Int)
    case doing
    /// The goals hold; `next` goes on.
    case solved
    /// The last step is done.
    case finished
  }

  /// Which half of a step: its own task, or the contrast that follows it.
  public enum Part: Hashable, Sendable {
    case task
    case contrast
  }

  public let lesson: Lesson
  /// Counted from 0.
  public internal(set) var stepIndex: Int
  public internal(set) var part = Part.task
  /// The questions that have been asked in this step, answered or not.
  public internal(set) var questions: [LessonQuestion] = []
  /// The goals of this part as they stand after the last command.
  public internal(set) var goals: [GoalStatus] = []
  public internal(set) var isSolved = false
  public internal(set) var isFinished = false
  /// Whether the front end is still showing the opening.
  public internal(set) var isOpening = false
  /// The hints that were given, oldest first.
  public internal(set) var hints: [GivenHint] = []
  /// What is said about the last command, when it was a known mistake.
  public internal(set) var feedback: String?
  /// The index of that mistake in the step.
  public internal(set) var mistake: Int?
  /// The order that was given last, in a step that asks for one.
  public internal(set) var order: [Int]?
  /// Commands that the step has taken so far.
  public internal(set) var commandsUsed = 0
  /// Tries that were known mistakes, or came after as many commands as the author needs.
  public internal(set) var failedTries = 0
  /// What was wrong with the last line, in a sentence, until something has been done.
  ///
  /// Lines that were refused are not recorded: nothing that is may depend on them.
  public internal(set) var refusal: String?
  /// What the last hint was preceded by: what was wrong then.
  public internal(set) var preface: String?
  /// Lines that could not be done, since something could.
  var refusals = 0
  /// How many commands of the author's solution have been typed in a row.
  var solutionCommands = 0
  /// Whether something else was typed, so that the rest of the solution need not work.
  var hasLeftSolution = false
  /// Set by a command that tries to solve the step without being one of the world's.
  var hasTried = false
  /// What the step began with: where an order starts each time.
  var start: Stage?

  init(lesson: Lesson, stepIndex: Int) {
    self.lesson = lesson
    self.stepIndex = stepIndex
  }

  public var step: LessonStep { lesson.steps[stepIndex] }

  public var isLastStep: Bool { stepIndex + 1 == lesson.steps.count }

  public var phase: Phase {
    if isFinished { return .finished }
    if isOpening { return .opening }
    if let open = openQuestion { return .predicting(open) }
    return isSolved ? .solved : .doing
  }

  /// The question that waits for its answer; nil when none does.
  public var openQuestion: Int? { questions.firstIndex { $0.answer == nil } }

  /// Whether it is time to offer help.
  public var offersHelp: Bool {
    failedTries + refusals >= LessonRun.triesBeforeHelp && !isSolved
      && hints.count < step.hints.count
  }

  /// How many tries fail before help is offered.
  public static let triesBeforeHelp = 3

  /// How many commands the author needs for the step.
  public var par: Int { part == .contrast ? contrastCommands.count : step.par }

  /// The goals that this part must meet.
  public var partGoals: [LessonGoal] {
    part == .contrast ? step.contrast?.goals ?? [] : step.goals
  }

  /// The text that may be read by now: what gives an answer away comes after it.
  public var text: [Prose] {
    let answered = questions.prefix { $0.answer != nil }.count
    return step.text(answered: answered).filter(isTimely) + (isSolved ? step.after : [])
  }

  /// What stands above an opening is for watching it; text right below takes its place afterwards.
  private func isTimely(_ prose: Prose) -> Bool {
    guard let opening = step.opening else { return true }
    if isOpening { return prose.line < opening.line }
    let question = step.predictions.first?.line ?? SourceLine(.max)
    let isReplaced = step.before.contains { opening.line < $0.line && $0.line < question }
    return !isReplaced || opening.line < prose.line
  }

  /// What is put into an empty prompt: the command of an answered question, or the first command
  /// of a contrast; nil when the learner has to find it.
  public var suggestion: String? {
    guard !isSolved, openQuestion == nil else { return nil }
    // Whoever is on the way to the solution is not called back to the question's commands.
    let isOnTheWay = solutionCommands > 0 && !hasLeftSolution
    if let question = questions.first(where: { !$0.isRevealed }),
      !isOnTheWay || question.hasBegun || followsSolution(question)
    {
      return question.commandsLeft.first
    }
    if part == .contrast {
      return commandsUsed < contrastCommands.count ? contrastCommands[commandsUsed] : nil
    }
    return spelledOut
  }

  /// The next command of the author's way, when the text itself tells the learner to type it.
  private var spelledOut: String? {
    let way = step.authorsWay.map(\.text)
    guard !hasLeftSolution, way.indices.contains(solutionCommands) else { return nil }
    return Prose.mentions(way[solutionCommands], in: text) ? way[solutionCommands] : nil
  }

  /// Whether the question's next command is the author's next one, too.
  private func followsSolution(_ question: LessonQuestion) -> Bool {
    let way = step.authorsWay.map(\.text)
    return way.indices.contains(solutionCommands)
      && way[solutionCommands] == question.commandsLeft.first
  }

  var contrastCommands: [String] { step.contrast?.workload.commands.map(\.text) ?? [] }
}

/// A rung of the ladder that was climbed.
public struct GivenHint: Hashable, Sendable {
  /// Its place in the step, from 0.
  public let index: Int
  public let text: String
  /// What it places in the prompt; empty for a rung that is only words.
  public let commands: String
}
