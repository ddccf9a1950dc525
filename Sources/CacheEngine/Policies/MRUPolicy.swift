// MRU: whoever was asked for last leaves.
//
// The queue of LRU, emptied at the other end: when room is needed, the newest goes.
//
//        asked for last            silent longest
//     leaves ◀── d    a    c    b
//
// It wins on one thing, and there it is the best there is: a loop over more than fits. Whoever
// reads a table from top to bottom, again and again, needs the row just read later than any
// other; MRU keeps the beginning of the table and misses only on the rest. Databases do it for
// such scans.
//
// It loses everywhere else, badly: what is there from the start stays for ever, wanted or not,
// and what people come back to is thrown out as they turn round.
//
// Reference: H.-T. Chou, D. J. DeWitt, "An evaluation of buffer management strategies for
// relational database systems", VLDB (1985).

/// Most recently used.
public struct MRUPolicy: EvictionPolicy {
  private var order = AccessOrder()

  public init() {}

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    guard !order.isEmpty else { return nil }
    let victim = order.queue.newest
    let requestsAgo = order.ago(victim)
    order.remove(victim)
    return Eviction(slot: victim, reason: .newestRead(requestsAgo: requestsAgo))
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

  /// The next victim at the back, as in every queue: so the front is the longest silence.
  public func inspection(limit: Int) -> Inspection {
    let entries = order.links.newest(limit, of: order.queue).reversed().map { slot in
      InspectedEntry(slot: slot, badge: .ago(order.ago(slot)))
    }
    return Inspection(queues: [
      InspectedQueue(
        name: "silence", exit: .back, entries: entries, count: order.queue.count)
    ])
  }

  public func digest(into hash: inout StableHash) {
    order.digest(into: &hash)
  }

  public func checkInvariants() {
    order.checkInvariants()
  }
}
