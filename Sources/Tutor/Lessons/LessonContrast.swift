/// The same workload in two lanes that differ in one rule.
public struct LessonContrast: Hashable, Sendable {
  /// The commands that make the left lane what it is.
  public var left: SourceText
  public var right: SourceText
  /// What both lanes are given.
  public var workload: LessonScript
  /// Claims about both lanes, by their prefixes `left.` and `right.`.
  public var goals: [LessonGoal]
  public var line: SourceLine

  public init(
    left: SourceText, right: SourceText, workload: LessonScript, goals: [LessonGoal] = [],
    line: SourceLine
  ) {
    self.left = left
    self.right = right
    self.workload = workload
    self.goals = goals
    self.line = line
  }
}
