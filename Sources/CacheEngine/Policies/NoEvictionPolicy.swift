// No eviction: nobody leaves, newcomers are turned away.
//
// When the cache is full, storing a new key fails and says so; what is there stays until somebody
// deletes it or its time is up.
//
//     ──▶ ✗   d    c    b    a        full: e gets an error
//
// It wins where losing an entry silently is worse than an error: a cache that is used as a
// database, a queue or a lock table.
//
// It loses as a cache: yesterday's keys fill it, and today's are loaded again and again.
//
// Reference: Redis documentation, "Key eviction", maxmemory-policy noeviction.

/// Nobody is made to leave.
public struct NoEvictionPolicy: EvictionPolicy {
  private var links = SlotLinks()
  private var queue = SlotQueue()

  public init() {}

  public mutating func evict(for access: Access) -> Eviction? { nil }

  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    links.push(slot, onto: &queue)
  }

  public mutating func didHit(_ slot: Slot, _ access: Access) {}

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    links.remove(slot, from: &queue)
  }

  public func inspection(limit: Int) -> Inspection {
    Inspection(queues: [links.inspection("arrival", .nobody, of: queue, limit: limit)])
  }

  public func digest(into hash: inout StableHash) {
    links.digest(of: queue, into: &hash)
  }

  public func checkInvariants() {
    links.checkInvariants(of: queue)
  }
}
