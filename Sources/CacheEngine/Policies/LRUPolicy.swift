// LRU: whoever has been silent longest leaves.
//
// All entries stand in one queue. A newcomer enters at the front; whoever is asked for goes back
// to the front; whoever has sunk to the back leaves.
//
//        front                     back
//     ──▶  d    a    c    b  ──▶ leaves next
//          ▲              │
//          └── a hit on b ┘
//
// It wins when the near past foretells the near future: people who just looked at something look
// at it again. A larger LRU cache holds everything that a smaller one holds, so more room never
// does harm.
//
// It loses to a scan: a thousand strangers, each asked for once, push out everybody who is asked
// for every minute. And a loop over one entry more than fits misses every single time.
//
// Reference: L. A. Belady, "A study of replacement algorithms for a virtual-storage computer",
// IBM Systems Journal 5 (1966); R. L. Mattson et al., "Evaluation techniques for storage
// hierarchies", IBM Systems Journal 9 (1970).

/// Least recently used.
public struct LRUPolicy: EvictionPolicy {
  private var order = AccessOrder()

  public init() {}

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    guard !order.isEmpty else { return nil }
    let victim = order.queue.oldest
    let requestsAgo = order.ago(victim)
    order.remove(victim)
    return Eviction(
      slot: victim, reason: .oldestRead(lastRead: .zero, requestsAgo: requestsAgo))
  }

  @inline(__always)
  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    order.insert(slot)
  }

  @inline(__always)
  public mutating func didHit(_ slot: Slot, _ access: Access) {
    order.renew(slot)
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    order.remove(slot)
  }

  @inline(__always)
  public mutating func borrowMemory() { order.borrow() }

  public mutating func giveBackMemory() { order.giveBack() }

  public func inspection(limit: Int) -> Inspection {
    let recency = order.links.inspection("recency", of: order.queue, limit: limit) { slot in
      .ago(order.ago(slot))
    }
    return Inspection(queues: [recency])
  }

  public func digest(into hash: inout StableHash) {
    order.digest(into: &hash)
  }

  public func checkInvariants() {
    order.checkInvariants()
  }
}
