/// A wrong way that somebody will try, and what to say to them.
public struct LessonMistake: Hashable, Sendable {
  /// All must hold for the feedback to be given; they look at the world, not at what was typed.
  public var conditions: [Claim]
  /// The commands that the checker runs to prove that the mistake does not solve the step.
  public var attempt: LessonScript
  public var feedback: Template
  public var line: SourceLine

  public init(conditions: [Claim], attempt: LessonScript, feedback: Template, line: SourceLine) {
    self.conditions = conditions
    self.attempt = attempt
    self.feedback = feedback
    self.line = line
  }
}
