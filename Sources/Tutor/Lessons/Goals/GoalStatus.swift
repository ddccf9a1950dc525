/// A goal, judged: what the list of things to do shows of it.
public struct GoalStatus: Hashable, Sendable {
  public let goal: LessonGoal
  public let verdict: ClaimVerdict

  public var holds: Bool { verdict.holds }
  /// The sentence for the learner.
  public var sentence: String { goal.sentence }
  /// `now 200`; empty once it holds.
  public var distance: String { holds ? "" : verdict.distance }

  /// On one line: `at most 1 load reaches the database — now 200`.
  public var line: String {
    let sentence = sentence.isEmpty ? verdict.claimText : sentence
    return holds ? sentence : "\(sentence) — \(verdict.distance)"
  }
}

extension LessonGoal {
  /// Judges the goal by a stage.
  public func judge(on stage: Stage) -> GoalStatus {
    GoalStatus(goal: self, verdict: claim.judge(on: stage))
  }
}
