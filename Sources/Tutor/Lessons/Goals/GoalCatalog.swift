// How claims are computed.
//
// One row for every word of claims: its name, how many arguments this form of it takes, and the
// function that looks at a stage. A word about something that is not there answers with a reason,
// so that the learner reads why a goal is unmet and an author's slip never ends in a crash.

/// How one word of claims is computed.
public struct GoalRow: Sendable {
  public let name: String
  /// How many arguments this form takes: `evicted` and `evicted(KEY)` are two rows.
  public let arguments: Int
  public let figure: @Sendable (ClaimScene) -> ClaimFigure

  init(
    _ name: String, _ arguments: Int = 0, _ figure: @escaping @Sendable (ClaimScene) -> ClaimFigure
  ) {
    self.name = name
    self.arguments = arguments
    self.figure = figure
  }
}

/// Every word of claims, family by family, in the order of `ClaimWord.all`.
public enum GoalCatalog {
  public static let all: [GoalRow] =
    requestRows + databaseRows + entryRows + queueRows + placementRows + settingRows

  /// The row of a word; nil for a word that nobody computes.
  public static func row(of word: ClaimWord) -> GoalRow? {
    all.first { $0.name == word.name && $0.arguments == word.parameters.count }
  }

  /// What a word says about a stage, over a stretch of its events.
  public static func figure(
    of subject: Claim.Subject, over scope: Claim.Scope, on stage: Stage
  ) -> ClaimFigure {
    guard let row = row(of: subject.word) else { return .missing("nobody counts that") }
    guard let lane = stage.lane(subject.lane) else {
      return .missing("there is only one lane; compare makes two")
    }
    if let phase = subject.phase, lane.tally(ofPhase: phase) == nil {
      return .missing("\(phase) has not come yet")
    }
    return row.figure(
      ClaimScene(stage: lane, scope: scope, phase: subject.phase, arguments: subject.arguments))
  }
}

extension Stage {
  /// The stage that a prefix names; without a prefix the left one; nil when there is no such lane.
  func lane(_ lane: Claim.Lane?) -> Stage? {
    switch lane {
    case nil: self
    case .left: rivals.isEmpty ? nil : self
    case .right: rivals.first
    case .third: rivals.count > 1 ? rivals[1] : nil
    case .fourth: rivals.count > 2 ? rivals[2] : nil
    }
  }
}
