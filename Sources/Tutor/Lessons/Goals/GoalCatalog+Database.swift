import CacheEngine
import Simulation

// The database: what reached it, and what it holds.

extension GoalCatalog {
  static let databaseRows: [GoalRow] = [
    GoalRow("db.loads") { .number(Double($0.tally.loads)) },
    GoalRow("db.stores") { .number(Double($0.tally.stores)) },
    GoalRow("db.rows") { .number(Double($0.tally.rowsStored)) },
    GoalRow("db.wasted") { .number(Double($0.tally.wasted)) },
    GoalRow("db.peak_queue") { .number(Double($0.tally.peakQueue)) },
    GoalRow("db.rows_per_second") { rowsPerSecond($0) },
    GoalRow("db.workers") { .number(Double($0.world.rules.databaseWorkers)) },
    GoalRow("db.latency") { .duration($0.world.rules.databaseWork) },
    GoalRow("row", 1) { row($0) },
  ]

  /// Rows over the time from the first to the last event, a second at least.
  ///
  /// A shorter stretch says nothing about seconds.
  private static func rowsPerSecond(_ scene: ClaimScene) -> ClaimFigure {
    guard let span = scene.tally.span else { return .number(0) }
    let ticks = max(1_000_000, span.upperBound.ticks(since: span.lowerBound))
    return .number(Double(scene.tally.rowsStored) * 1_000_000 / Double(ticks))
  }

  private static func row(_ scene: ClaimScene) -> ClaimFigure {
    guard let row = scene.key.flatMap({ scene.world.database.row(of: $0) }) else {
      return .missing("the database has no row \(scene.argument)")
    }
    return .text(scene.text(of: row.value))
  }
}
