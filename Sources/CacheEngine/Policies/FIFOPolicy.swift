// FIFO: whoever came first leaves first.
//
// One queue, as at a bakery. A newcomer enters at the front and sinks as others come; being asked
// for changes nothing.
//
//        front                     back
//     ──▶  d    c    b    a  ──▶ leaves next
//               ▲
//               └── a hit on c: nothing moves
//
// It wins when nothing can be learned from the past, and where a hit must cost nothing: no entry
// is written to when it is read.
//
// It loses wherever a few keys are asked for again and again: the most popular entry leaves when
// its turn comes, and is loaded anew at once. And more room may make it worse: on
// 1 2 3 4 1 2 5 1 2 3 4 5 it misses 9 times with three places and 10 times with four.
//
// Reference: L. A. Belady, R. A. Nelson, G. S. Shedler, "An anomaly in space-time characteristics
// of certain programs running in a paging machine", Communications of the ACM 12 (1969).

/// First in, first out.
public struct FIFOPolicy: EvictionPolicy {
  private var links = SlotLinks()
  private var queue = SlotQueue()

  public init() {}

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    guard !queue.isEmpty else { return nil }
    let victim = queue.oldest
    links.remove(victim, from: &queue)
    return Eviction(slot: victim, reason: .oldestInsert(at: .zero))
  }

  @inline(__always)
  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    links.push(slot, onto: &queue)
  }

  @inline(__always)
  public mutating func didHit(_ slot: Slot, _ access: Access) {}

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    links.remove(slot, from: &queue)
  }

  @inline(__always)
  public mutating func borrowMemory() { links.borrow() }

  public mutating func giveBackMemory() { links.giveBack() }

  public func inspection(limit: Int) -> Inspection {
    Inspection(queues: [links.inspection("arrival", of: queue, limit: limit)])
  }

  public func digest(into hash: inout StableHash) {
    links.digest(of: queue, into: &hash)
  }

  public func checkInvariants() {
    links.checkInvariants(of: queue)
  }
}
