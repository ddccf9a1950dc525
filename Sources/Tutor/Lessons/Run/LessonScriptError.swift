/// A command of a lesson that does not work: which, where, and why.
public struct LessonScriptError: Error, Sendable {
  public let line: SourceLine
  public let command: String
  public let error: CommandError

  /// The error in one sentence.
  public var reason: String { error.message.headline }
}
