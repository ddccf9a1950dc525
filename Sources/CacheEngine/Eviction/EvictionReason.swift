/// Why this entry and no other left, in numbers; sentences are made elsewhere.
///
/// A policy knows ranks and counts, the cache knows when each entry was stored and last asked
/// for. So a policy leaves the ticks at zero and the cache stamps them before anybody reads them.
public enum EvictionReason: Hashable, Sendable {
  /// It came first of all (at that instant).
  case oldestInsert(at: Tick)

  /// Nobody else had been silent for so long: last asked for at that instant, so many requests
  /// ago (1 = the request just before the one that needs the room).
  case oldestRead(lastRead: Tick, requestsAgo: Int)

  /// It is the one asked for last, so many requests ago.
  case newestRead(requestsAgo: Int)

  /// Of those asked for so often, its first-but-that-many request lies furthest back; 1 says that
  /// it was asked for only once, as far as anybody remembers.
  case oldestOfLast(reads: Int, requestsAgo: Int)

  /// Nobody had been asked for less often. `tied` others had the same count, and it had stood at
  /// that count the longest, since that instant.
  case fewestReads(count: Int, tied: Int, since: Tick)

  /// The hand found it not asked for since it last passed, after sparing so many others.
  case unvisited(spared: Int)

  /// Its segment had to give up somebody, and it stood there longest.
  case oldestIn(Segment)

  /// Asked for so often of late; who would have had to go in its place, so much oftener or as
  /// often.
  case lostContest(count: Int, against: Int)

  /// Nobody, or nobody in a sample of so many, was worth less; in thousandths.
  case leastWorth(thousandths: Int, among: Int)

  /// The longest idle among those sampled, for so many seconds.
  case sampledIdle(seconds: Int, sample: Int)

  /// The least popular among those sampled, by a logarithmic count.
  case sampledCount(count: Int, sample: Int)

  /// The first to expire among those sampled, at that instant.
  case sampledExpiry(at: Tick, sample: Int)

  /// The lot fell on it, among so many.
  case drawn(among: Int)

  /// The learner did the policy's work.
  case chosen

  /// The same reason with the facts that only the cache knows.
  func stamped(by entry: Entry) -> EvictionReason {
    switch self {
    case .oldestInsert:
      return .oldestInsert(at: entry.storedAt)
    case .oldestRead(_, let requestsAgo):
      return .oldestRead(lastRead: entry.lastAccessAt, requestsAgo: requestsAgo)
    case .fewestReads(let count, let tied, _):
      return .fewestReads(count: count, tied: tied, since: entry.lastAccessAt)
    case .sampledExpiry(_, let sample):
      return .sampledExpiry(at: entry.expiresAt, sample: sample)
    default:
      return self
    }
  }
}
