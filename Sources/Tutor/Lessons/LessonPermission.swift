/// Verbs that a step allows or denies, and why.
public struct LessonPermission: Hashable, Sendable {
  public var verbs: [String]
  /// The sentence that the learner reads when a command is refused.
  public var why: String
  public var line: SourceLine

  public init(verbs: [String], why: String, line: SourceLine) {
    self.verbs = verbs
    self.why = why
    self.line = line
  }

  /// True when `verb` is one of them, in any case.
  public func names(_ verb: String) -> Bool {
    let verb = verb.lowercased()
    return verbs.contains { $0.lowercased() == verb }
  }
}
