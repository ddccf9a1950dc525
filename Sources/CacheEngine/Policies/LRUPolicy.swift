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
  private var links = SlotLinks()
  private var queue = SlotQueue()
  /// How many accesses there were; pencilled beside each entry as the moment of its last one.
  private var accesses: UInt32 = 0

  public init() {}

  public mutating func evict(for access: Access) -> Eviction? {
    guard !queue.isEmpty else { return nil }
    let victim = queue.oldest
    let requestsAgo = Int(accesses &+ 1 &- links.mark(of: victim))
    links.remove(victim, from: &queue)
    return Eviction(
      slot: victim, reason: .oldestRead(lastRead: .zero, requestsAgo: requestsAgo))
  }

  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    accesses &+= 1
    links.push(slot, mark: accesses, onto: &queue)
  }

  public mutating func didHit(_ slot: Slot, _ access: Access) {
    accesses &+= 1
    links.renew(slot, mark: accesses, in: &queue)
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    links.remove(slot, from: &queue)
  }

  public mutating func borrowMemory() { links.borrow() }

  public mutating func giveBackMemory() { links.giveBack() }

  public func inspection(limit: Int) -> Inspection {
    Inspection(queues: [
      links.inspection("recency", of: queue, limit: limit) { slot in
        .ago(Int(accesses &+ 1 &- links.mark(of: slot)))
      }
    ])
  }

  public func digest(into hash: inout StableHash) {
    hash.combine(UInt64(accesses))
    links.digest(of: queue, into: &hash)
  }

  public func checkInvariants() {
    links.checkInvariants(of: queue)
  }
}
