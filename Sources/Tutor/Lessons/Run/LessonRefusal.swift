/// What else the lesson's own commands have to say when they cannot be done; nothing has changed.
public enum LessonRefusal: Error, Hashable, Sendable {
  case unknownStep(Int, of: Int)
  /// There is nothing to answer here.
  case nothingToAnswer
  case notAnAnswer(String, expectation: String)
  /// The answer is a list of keys, and this is none.
  case notAKey(String)
  case notAnOrder(String, lines: Int)
  /// `next` before the goals hold, with the sentences of those that do not.
  case notSolved([String])
  case noHints
  case noSolution
  /// The lesson is over, and no other follows.
  case lastLesson
  /// The lesson file itself does not work: the author's business.
  case brokenLesson(path: String, line: SourceLine, command: String, reason: String)

  /// The refusal as the command's error.
  func error(at place: Range<Int> = 0..<0) -> CommandError { .lesson(message, at: place) }
}
