import CacheEngine
import Simulation

// Two lanes, side by side.

extension Tutor {
  /// What the lanes have come to, one row a figure, and where they part; nil while there is only
  /// one.
  public var laneTable: ReplyTable? {
    guard !stage.rivals.isEmpty else { return nil }
    let lanes = stage.lanes
    var rows = LaneFigure.all.map { row in [row.title] + lanes.map { row.text($0.sinceLanesBegan) }
    }
    if let divergence = stage.divergence {
      let title = divergence.number.map { "request \(Words.count($0))" } ?? "by hand"
      rows.append([title] + divergence.outcomes.map(\.text))
    }
    return ReplyTable(
      title: laneTitle,
      columns: [""] + lanes.enumerated().map { $0.element.name(ofLane: $0.offset) },
      rows: rows)
  }

  /// Whether they have been compared on the same requests, and at the same instants.
  private var laneTitle: String {
    let count = Words.count(stage.comparedRequests, "request")
    guard stage.hasSameRequests else { return "\(count); the lanes were not asked the same" }
    let when = stage.hasSameInstants && stage.comparedRequests > 0 ? " at the same instants" : ""
    return "\(count), the same for all\(when), one rule changed"
  }
}

extension Stage {
  fileprivate func name(ofLane index: Int) -> String {
    laneName.isEmpty ? "lane \(index + 1)" : laneName
  }
}

/// One row of a table that compares stages.
struct LaneFigure: Sendable {
  let title: String
  let text: @Sendable (Stage) -> String

  static let all: [LaneFigure] = [
    word("hits"), word("misses"), word("loads", "db.loads"), word("slowest"), word("mean"),
    word("failed"),
    LaneFigure(title: "database busy") { stage in
      Words.latency(busyTime(ClaimScene(stage: stage, scope: .step, arguments: []).events))
    },
  ]

  private static func word(_ title: String, _ name: String? = nil) -> LaneFigure {
    LaneFigure(title: title) { stage in
      guard let word = ClaimWord.named(name ?? title, arguments: 0) else { return "" }
      let figure = GoalCatalog.figure(
        of: Claim.Subject(word: word), over: .step, on: stage)
      return figure.reason == nil ? figure.text : "–"
    }
  }

  /// How long at least one query was waiting or being worked at.
  private static func busyTime(_ events: Slice<EventLog>) -> Int64 {
    var queries = 0
    var since = Tick.zero
    var total: Int64 = 0
    for event in events {
      let before = queries
      switch event.kind {
      case .loadStarted: queries += 1
      case .loaded, .stored, .queryFailed: queries -= 1
      // Its rows were counted one by one; the batch was one query.
      case .flushed: queries += Int(event.number) - 1
      default: continue
      }
      queries = max(0, queries)
      if before == 0, queries > 0 { since = event.tick }
      if before > 0, queries == 0 { total += event.tick.ticks(since: since) }
    }
    return total
  }
}
