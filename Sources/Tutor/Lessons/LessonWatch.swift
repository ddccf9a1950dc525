/// A caption that appears when something happens: `EVENT [if CLAIM and CLAIM] [pause]: caption`.
public struct LessonWatch: Hashable, Sendable {
  /// What `until` takes, such as `miss`, `line 5` or `queue > 0`.
  public var event: String
  /// What must hold as well, or the caption would not be true.
  public var conditions: [Claim] = []
  /// True when the playhead stops there until the learner goes on.
  public var pauses: Bool
  public var caption: Template
  public var line: SourceLine

  public init(event: String, pauses: Bool, caption: Template, line: SourceLine) {
    self.event = event
    self.pauses = pauses
    self.caption = caption
    self.line = line
  }
}
