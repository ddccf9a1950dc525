/// Something to try in the sandbox: one line, what comes out of it, and why that surprises.
public struct Experiment: Hashable, Sendable {
  /// Counted from 1.
  public let number: Int
  public let title: String
  /// The line to paste into a fresh world.
  public let line: String
  /// The figures that come out.
  public let goals: [LessonGoal]
  /// What is told before it has been run: a question, as a rule.
  public let before: [Prose]
  /// Why the figures surprise.
  public let why: [Prose]
  /// Where it stands in the file.
  public let place: SourceLine

  /// The whole line: the world of the experiment is its own.
  public var wholeLine: String { "reset sandbox ; " + line }

  /// Whether the figures stand as they should.
  public func holds(on stage: Stage) -> Bool {
    goals.allSatisfy { $0.judge(on: stage).holds }
  }
}
