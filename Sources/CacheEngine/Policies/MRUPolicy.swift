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
  private var links = SlotLinks()
  private var queue = SlotQueue()
  /// How many accesses there were; pencilled beside each entry as the moment of its last one.
  private var accesses: UInt32 = 0

  public init() {}

  public mutating func evict(for access: Access) -> Eviction? {
    guard !queue.isEmpty else { return nil }
    let victim = queue.newest
    links.remove(victim, from: &queue)
    return Eviction(slot: victim, reason: .newestRead(requestsAgo: ago(victim)))
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

  /// The next victim at the back, as in every queue: so the front is the longest silence.
  public func inspection(limit: Int) -> Inspection {
    let entries = links.newest(limit, of: queue).reversed().map { slot in
      InspectedEntry(slot: slot, badge: .ago(ago(slot)))
    }
    return Inspection(queues: [
      InspectedQueue(name: "silence", exit: .back, entries: entries, count: queue.count)
    ])
  }

  public func digest(into hash: inout StableHash) {
    hash.combine(UInt64(accesses))
    links.digest(of: queue, into: &hash)
  }

  public func checkInvariants() {
    links.checkInvariants(of: queue)
  }

  private func ago(_ slot: Slot) -> Int {
    Int(accesses &+ 1 &- links.mark(of: slot))
  }
}
