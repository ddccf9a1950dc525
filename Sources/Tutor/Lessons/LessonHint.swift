/// One rung of the ladder of hints.
public struct LessonHint: Hashable, Sendable {
  /// All must hold for the rung to be offered; none: it always is.
  public var conditions: [Claim]
  /// What it says; empty when the rung is only commands.
  public var text: Template
  /// What the rung places in the prompt; the last rung has some.
  public var commands: [SourceText]
  public var line: SourceLine

  public init(
    conditions: [Claim] = [], text: Template, commands: [SourceText] = [], line: SourceLine
  ) {
    self.conditions = conditions
    self.text = text
    self.commands = commands
    self.line = line
  }

  /// True when the learner can run it as it stands.
  public var isRunnable: Bool { !commands.isEmpty }
}
