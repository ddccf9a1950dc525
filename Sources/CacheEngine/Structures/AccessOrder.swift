// Who was asked for when.
//
// LRU and MRU keep the same books and read them from opposite ends: one queue in the order of the
// last requests, and beside each entry the number of its last one, so that a victim can be told
// how long it was silent.

/// Slots in the order in which they were asked for last.
struct AccessOrder: Sendable {
  private(set) var links = SlotLinks()
  private(set) var queue = SlotQueue()
  /// How many accesses there were; pencilled beside each entry as the moment of its last one.
  private var accesses: UInt32 = 0

  var isEmpty: Bool { queue.isEmpty }

  /// How many requests ago it was asked for; 1 is the latest.
  func ago(_ slot: Slot) -> Int { Int(accesses &+ 1 &- links.mark(of: slot)) }

  @inline(__always)
  mutating func insert(_ slot: Slot) {
    accesses &+= 1
    links.push(slot, mark: accesses, onto: &queue)
  }

  @inline(__always)
  mutating func renew(_ slot: Slot) {
    accesses &+= 1
    links.renew(slot, mark: accesses, in: &queue)
  }

  @inline(__always)
  mutating func remove(_ slot: Slot) {
    links.remove(slot, from: &queue)
  }

  @inline(__always)
  mutating func borrow() { links.borrow() }
  mutating func giveBack() { links.giveBack() }

  func digest(into hash: inout StableHash) {
    hash.combine(UInt64(accesses))
    links.digest(of: queue, into: &hash)
  }

  func checkInvariants() {
    links.checkInvariants(of: queue)
  }
}
