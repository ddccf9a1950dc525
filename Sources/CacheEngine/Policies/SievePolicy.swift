// SIEVE: CLOCK whose survivors stay where they are.
//
// One queue in order of arrival, one bit an entry, a hand. A hit sets the bit. When room is needed
// the hand goes from where it stands towards the newer ones: it clears the bits that it meets, and
// the first entry without one falls through the sieve. Nobody is moved, ever.
//
//        newest                  oldest
//          g    f    e*   d*   c    a
//                         ▲
//                       hand ──▶ goes left: d is spared, e is spared, f leaves
//
// What is asked for again and again gathers behind the hand, at the old end; newcomers, which come
// in far in front of it, are looked at soon and leave soon if nobody wants them.
//
// It wins on the web, where most keys are asked for once: it throws strangers out earlier than
// LRU and CLOCK do, and is as simple as FIFO.
//
// It loses where a block of keys is read in a loop or in bursts (discs, databases): newcomers
// must prove themselves before the hand comes, and an old favourite is given a whole turn.
//
// Reference: Y. Zhang et al., "SIEVE is simpler than LRU: an efficient turn-key eviction algorithm
// for web caches", NSDI (2024).

/// A hand that sieves out whoever was not asked for, and moves nobody.
public struct SievePolicy: EvictionPolicy {
  private var links = SlotLinks()
  /// The bit of each slot, by itself: a hit touches a byte, and not the links.
  private var visited = SlotColumn(blank: false)
  private var queue = SlotQueue()
  /// Who is looked at next; `Slot.max` for the oldest.
  private var hand: Slot = .max

  public init() {}

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    guard !queue.isEmpty else { return nil }
    var spared = 0
    var victim = hand == .max ? queue.oldest : hand
    while visited[victim] {
      visited.change(victim, to: false)
      victim = links.newer(than: victim)
      spared += 1
    }
    hand = newer(than: victim)
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
    if slot == hand { hand = newer(than: slot) }
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

  /// The whole queue where it fits; else those whom the hand comes to first, the next one last.
  public func inspection(limit: Int) -> Inspection {
    let start = hand == .max ? queue.oldest : hand
    let entries = shown(limit, from: start).map { slot in
      InspectedEntry(slot: slot, badge: visited[slot] ? .visited : .none)
    }
    return Inspection(
      queues: [InspectedQueue(name: "sieve", exit: .hand, entries: entries, count: queue.count)],
      hand: queue.isEmpty ? nil : start)
  }

  public func digest(into hash: inout StableHash) {
    hash.combine(UInt64(hand))
    links.digest(of: queue, into: &hash)
    for slot in links.newest(.max, of: queue) { hash.combine(visited[slot]) }
  }

  public func checkInvariants() {
    links.checkInvariants(of: queue)
    precondition(
      hand == .max || links.newest(.max, of: queue).contains(hand),
      "the hand stands at \(hand), where nobody is")
  }

  private func shown(_ limit: Int, from start: Slot) -> [Slot] {
    guard queue.count > limit else { return links.newest(limit, of: queue) }
    var slots: [Slot] = []
    var slot = start
    while slots.count < limit {
      slots.append(slot)
      slot = links.newer(than: slot)
    }
    return slots.reversed()
  }

  /// Where the hand goes from here; at the newest end it begins anew.
  @inline(__always)
  private func newer(than slot: Slot) -> Slot {
    slot == queue.newest ? .max : links.newer(than: slot)
  }
}
