import CacheEngine
import Simulation

// Two lanes, side by side.

extension Tutor {
  /// What the two lanes have come to, one row a figure; nil while there is only one.
  public var laneTable: ReplyTable? {
    guard let right = stage.rivals.first else { return nil }
    let titles = run.flatMap { run in
      run.part == .contrast ? run.step.contrast.map { [$0.left.text, $0.right.text] } : nil
    }
    let rows = LaneFigure.all.map { row in [row.title, row.text(stage), row.text(right)] }
    return ReplyTable(
      title: "The same requests, one rule changed", columns: [""] + (titles ?? ["left", "right"]),
      rows: rows)
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
