// Random: the lot decides who leaves.
//
// The entries lie in a bag. When room is needed, one is drawn.
//
//     draw 2 of 5:   a b [c] d e   ──▶   a b e d        c leaves
//
// It wins by having nothing to remember and nothing to fool: no pattern of requests is its worst
// case. On a loop over one entry more than fits, where LRU misses every time, it hits most times.
//
// It loses, by a little, almost everywhere else: it throws out favourites as readily as strangers.
// How little is the surprise, and every cleverer policy should be compared with it.
//
// The lots come from the cache's seed, so a session that is played again draws the same ones; and
// a copy of the policy draws the same lot as the original, so "who is next?" has an answer.
//
// Reference: L. A. Belady, "A study of replacement algorithms for a virtual-storage computer",
// IBM Systems Journal 5 (1966).

/// A victim drawn by lot.
public struct RandomPolicy: EvictionPolicy {
  private var pool = SlotPool()
  private var random: SeededRandom

  public init(seed: UInt64) {
    random = SeededRandom(seed: seed, stream: "random eviction")
  }

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    guard !pool.isEmpty else { return nil }
    let among = pool.count
    let victim = pool.draw(&random)
    pool.remove(victim)
    return Eviction(slot: victim, reason: .drawn(among: among))
  }

  @inline(__always)
  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    pool.insert(slot)
  }

  @inline(__always)
  public mutating func didHit(_ slot: Slot, _ access: Access) {}

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    pool.remove(slot)
  }

  public func inspection(limit: Int) -> Inspection {
    let entries = pool.slots.prefix(limit).map { InspectedEntry(slot: $0) }
    return Inspection(queues: [
      InspectedQueue(name: "pool", exit: .drawn, entries: entries, count: pool.count)
    ])
  }

  public func digest(into hash: inout StableHash) {
    hash.combine(random.state)
    for slot in pool.slots { hash.combine(UInt64(slot)) }
  }

  public func checkInvariants() {
    pool.checkInvariants()
  }
}
