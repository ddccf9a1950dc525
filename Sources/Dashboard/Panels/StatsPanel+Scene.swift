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
    rows += [
      Row("loads", Words.count(tally.loads)), Row("answered", Words.count(tally.answered)),
    ]
    if tally.failed > 0 { rows.append(Row("failed", Words.count(tally.failed), .bad)) }
    if let mean = tally.meanLatency {
      rows.append(Row("mean", Words.latency(mean / 1_000 * 1_000)))
    }
    if let slowest = tally.slowest { rows.append(Row("slowest", Words.latency(slowest))) }
    rows += [
      Row("evicted", Words.count(tally[.evicted])), Row("expired", Words.count(tally[.expired])),
      Row("rows stored", Words.count(tally.rowsStored)),
      Row("longest queue", Words.count(tally.peakQueue)),
    ]
    self.init(rows: rows)
  }
}
