import CacheEngine
import Simulation

extension Narrator {
  /// Why an entry had to leave.
  static func text(_ reason: EvictionReason, _ world: World) -> String {
    switch reason {
    case .oldestInsert(let tick):
      "it came first of all, at \(Words.clock(tick.ticks(since: world.epoch)))"
    case .oldestRead(_, let ago):
      "nobody has been silent longer; it was last asked for \(Words.count(ago, "request")) ago"
    case .newestRead(let ago):
      "nobody was asked for later, \(Words.count(ago, "request")) ago"
    case .oldestOfLast(1, let ago):
      "it was asked for only once, \(Words.count(ago, "request")) ago"
    case .oldestOfLast(let reads, let ago):
      "its last \(Words.count(reads)) requests go back furthest, \(Words.count(ago, "request"))"
    case .fewestReads(let count, let tied, _):
      "nobody was asked for less: \(Words.count(count, "time"))"
        + (tied == 0
          ? "" : "; of \(Words.count(tied + 1)) equals it stood there longest")
    case .unvisited(let spared):
      "the hand came by, and nobody had asked for it"
        + (spared == 0 ? "" : "; \(Words.count(spared, "other")) were spared")
    case .oldestIn(let segment): "nobody had waited longer \(place(segment))"
    case .lostContest(let count, let against):
      "it was asked for \(Words.count(count, "time")) of late, its rival "
        + Words.count(against, "time")
    case .leastWorth(let worth, let among):
      "nobody\(among > 1 ? " of \(Words.count(among)) looked at" : "") was worth less: "
        + Words.number(Double(worth) / 1_000)
    case .sampledIdle(let seconds, let sample):
      "the longest idle in a sample of \(Words.count(sample)): \(Words.count(seconds, "second"))"
    case .sampledCount(let count, let sample):
      "the least popular in a sample of \(Words.count(sample)), with a count of "
        + Words.count(count)
    case .sampledExpiry(let tick, let sample):
      "the first to expire in a sample of \(Words.count(sample)), at "
        + Words.clock(tick.ticks(since: world.epoch))
    case .drawn(let among): "the lot fell on it, among \(Words.count(among))"
    case .chosen: "you chose it"
    }
  }

  private static func place(_ segment: Segment) -> String {
    switch segment {
    case .small, .main: "in the \(segment.rawValue) queue"
    case .arrivals: "among the arrivals"
    case .hot: "among those that came back"
    case .probation: "on probation"
    case .protected: "among the protected"
    case .window: "in the window"
    case .recent: "among those asked for once"
    case .frequent: "among those asked for again"
    case .low: "among those asked for again soon"
    case .high: "among those not asked for again soon"
    }
  }
}
