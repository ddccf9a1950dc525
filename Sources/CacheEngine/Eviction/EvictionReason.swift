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

  /// Nobody had been asked for less often. `tied` others had the same count, and it had stood at
  /// that count the longest, since that instant.
  case fewestReads(count: Int, tied: Int, since: Tick)

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
    case .drawn, .chosen:
      return self
    }
  }
}
