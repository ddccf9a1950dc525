/// What running a lesson shows to be wrong with it.
public enum LessonCheckFault: Hashable, Sendable {
  // MARK: commands

  case unreadableCommand(String, reason: String)
  case failingCommand(String, reason: String)
  case untaughtVerb(String)
  case unknownVerb(String, suggestion: String?)
  case unknownEvent(String)

  // MARK: goals

  case solvedAtStart([String])
  case unsolvedBySolution(Int, unmet: [String])
  case unsolvedByOrder([Int], unmet: [String])
  case solvedByOrder([Int])
  case unsolvedByContrast(unmet: [String])
  case tooManyGoals(Int, limit: Int)

  // MARK: mistakes and hints

  case solvedByMistake(String)
  /// The try does not show the signs of its mistake.
  case silentMistake(String)
  /// Another mistake answers first.
  case otherMistake(String, line: SourceLine)
  case uselessHint(String)

  /// An experiment without a line, a figure or a reason to be surprised.
  case emptyExperiment

  // MARK: predictions

  case sameOptions(String, String)
  case wrongOptionIsTrue(String)
  case unprovenOption(String)
  case emptyFigure(String, reason: String)

  /// A number in the question itself, counted before the question's commands have run.
  case earlyFigure(String, now: String, then: String)

  // MARK: captions

  /// Nothing that the checker runs makes this caption appear.
  case idleWatch(String)

  // MARK: mutants

  case unknownMutant(String, suggestion: String?)
  /// The lesson can be done in a world in which this is wrong.
  case survivingMutant(String, what: String)

  // MARK: room

  case tooMuchText(lines: Int, limit: Int)
  case wideGoal(columns: Int, limit: Int)
  case wideLine(columns: Int, limit: Int)
}
