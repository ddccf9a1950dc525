// CLOCK: a second chance for whoever was asked for.
//
// One queue, as in FIFO, and one bit an entry. A hit sets the bit and moves nothing. When room is
// needed, the hand looks at the one at the back: with the bit set it is cleared and goes round to
// the front once more; without, it leaves. Bent into a circle the queue is a clock face.
//
//              d*               the hand finds b*: spared, the bit goes
//           c      a            the hand finds a:  a leaves
//              b* ◀── hand
//
// It wins wherever LRU wins, nearly as often, and a hit costs one bit instead of moving an entry
// in a list that all threads share. Operating systems manage their pages like this.
//
// It loses to a scan, as LRU does: strangers take a whole turn of the hand to leave. And when all
// have been asked for, the hand goes all the way round, and it is FIFO.
//
// Reference: F. J. Corbató, "A paging experiment with the Multics system", MIT Project MAC (1968).

/// First in, first out, with a second chance for those asked for.
public struct ClockPolicy: EvictionPolicy {
  /// The mark of a slot is its bit.
  private var links = SlotLinks()
  private var queue = SlotQueue()

  public init() {}

  public mutating func evict(for access: Access) -> Eviction? {
    guard !queue.isEmpty else { return nil }
    var spared = 0
    while links.mark(of: queue.oldest) != 0 {
      links.renew(queue.oldest, in: &queue)
      spared += 1
    }
    let victim = queue.oldest
    links.remove(victim, from: &queue)
    return Eviction(slot: victim, reason: .unvisited(spared: spared))
  }

  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    links.push(slot, onto: &queue)
  }

  public mutating func didHit(_ slot: Slot, _ access: Access) {
    links.setMark(1, of: slot)
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    links.remove(slot, from: &queue)
  }

  public mutating func borrowMemory() { links.borrow() }

  public mutating func giveBackMemory() { links.giveBack() }

  public func inspection(limit: Int) -> Inspection {
    let entries = links.oldest(limit, of: queue).map { slot in
      InspectedEntry(slot: slot, badge: links.mark(of: slot) == 0 ? .none : .visited)
    }
    return Inspection(
      queues: [InspectedQueue(name: "clock", exit: .hand, entries: entries, count: queue.count)],
      hand: queue.isEmpty ? nil : queue.oldest)
  }

  public func digest(into hash: inout StableHash) {
    links.digest(of: queue, into: &hash)
  }

  public func checkInvariants() {
    links.checkInvariants(of: queue)
  }
}
