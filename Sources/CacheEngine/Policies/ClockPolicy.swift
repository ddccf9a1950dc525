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
  private var links = SlotLinks()
  /// The bit of each slot, by itself: a hit touches a byte, and not the links.
  private var visited = SlotColumn(blank: false)
  private var queue = SlotQueue()

  public init() {}

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    guard !queue.isEmpty else { return nil }
    var spared = 0
    while visited[queue.oldest] {
      visited.change(queue.oldest, to: false)
      links.renew(queue.oldest, in: &queue)
      spared += 1
    }
    let victim = queue.oldest
    links.remove(victim, from: &queue)
    return Eviction(slot: victim, reason: .unvisited(spared: spared))
  }

  @inline(__always)
  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    visited[slot] = false
    links.push(slot, onto: &queue)
  }

  @inline(__always)
  public mutating func didHit(_ slot: Slot, _ access: Access) {
    visited.change(slot, to: true)
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    links.remove(slot, from: &queue)
  }

  @inline(__always)
  public mutating func borrowMemory() {
    links.borrow()
    visited.borrow()
  }

  public mutating func giveBackMemory() {
    links.giveBack()
    visited.giveBack()
  }

  public func inspection(limit: Int) -> Inspection {
    let clock = links.inspection("clock", .hand, of: queue, limit: limit) { slot in
      visited[slot] ? .visited : .none
    }
    return Inspection(queues: [clock], hand: queue.isEmpty ? nil : queue.oldest)
  }

  public func digest(into hash: inout StableHash) {
    links.digest(of: queue, into: &hash)
    for slot in links.newest(.max, of: queue) { hash.combine(visited[slot]) }
  }

  public func checkInvariants() {
    links.checkInvariants(of: queue)
  }
}
