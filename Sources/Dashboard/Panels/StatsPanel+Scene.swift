import Screen
import Simulation
import Tutor

extension StatsPanel {
  /// The counts of the part.
  public init(_ scene: Scene) {
    let tally = scene.stage.step
    var rows = [
      Row("hits", Words.count(tally.hits), .hit), Row("misses", Words.count(tally.misses), .miss),
    ]
    if let ratio = tally.hitRatio { rows.append(Row("hit ratio", Words.ratio(ratio))) }
    for percent in [50, 95, 99] {
      if let time = tally.percentile(percent) {
        rows.append(Row("p\(percent)", Words.latency(time / 1_000 * 1_000)))
      }
    }
    if let rate = tally.databaseRate { rows.append(Row("database", ClockText.rate(rate))) }
    if tally.failed > 0 { rows.append(Row("failed", Words.count(tally.failed), .bad)) }
    if let mean = tally.meanLatency {
      rows.append(Row("mean", Words.latency(mean / 1_000 * 1_000)))
    }
    if let slowest = tally.slowest { rows.append(Row("slowest", Words.latency(slowest))) }
    rows += [
      Row("answered", Words.count(tally.answered)), Row("loads", Words.count(tally.loads)),
      Row("rows stored", Words.count(tally.rowsStored)),
      Row("longest queue", Words.count(tally.peakQueue)),
      Row("evicted", Words.count(tally[.evicted])), Row("expired", Words.count(tally[.expired])),
    ]
    self.init(rows: rows)
  }
}

extension Tally {
  /// Queries a second that reached the database, over the stretch in which anything happened; nil
  /// when that is no stretch at all.
  var databaseRate: Double? {
    guard let span else { return nil }
    let ticks = span.upperBound.ticks(since: span.lowerBound)
    return ticks > 0 ? Double(loads + stores) * 1_000_000 / Double(ticks) : nil
  }
}
