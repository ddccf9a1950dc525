// Hyperbolic caching: requests per lifetime, and no list at all.
//
// An entry's worth is the rate at which it was asked for since it came: requests ÷ time in the
// cache. A newcomer starts high and falls along a hyperbola until the next request lifts it, so
// it gets its chance; an old star that nobody asks for any more falls too.
//
//     worth
//       │ \            ■ asked for again
//       │  \           │\
//       │   `._        │ `--..__
//       │      `--..___│        `----____
//       └───────────────────────────────── time in the cache
//
// Worths fall at different speeds, so their order changes all the time and no queue can keep it.
// None is needed: when room is needed, 64 entries are drawn by lot and the one that is worth least
// leaves. In a cache for no more than 64 all are looked at.
//
// It wins where keys are of different importance or age: the formula takes another factor (cost,
// size, class) without another structure.
//
// It loses to LRU right after the favourites change, for a long life makes a rate slow to move;
// and each eviction costs 64 looks.
//
// Reference: A. Blankstein, S. Sen, M. J. Freedman, "Hyperbolic caching: flexible caching for web
// applications", USENIX ATC (2017).

/// The lowest rate of requests among a sample leaves.
public struct HyperbolicPolicy: EvictionPolicy {
  private static let sample = 64

  private struct Life: Sendable, BitwiseCopyable {
    var requests: UInt32 = 0
    /// When it came, in requests.
    var since: UInt32 = 0
  }

  private var pool = SlotPool()
  private var lives = SlotColumn(blank: Life())
  private var accesses: UInt32 = 0
  private var random: SeededRandom

  public init(seed: UInt64) {
    random = SeededRandom(seed: seed, stream: "hyperbolic eviction")
  }

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    guard var victim = pool.slots.first else { return nil }
    let among = min(pool.count, HyperbolicPolicy.sample)
    if pool.count <= HyperbolicPolicy.sample {
      for slot in pool.slots where isWorthLess(slot, than: victim) { victim = slot }
    } else {
      victim = pool.draw(&random)
      for _ in 1..<HyperbolicPolicy.sample {
        let slot = pool.draw(&random)
        if isWorthLess(slot, than: victim) { victim = slot }
      }
    }
    pool.remove(victim)
    return Eviction(
      slot: victim, reason: .leastWorth(thousandths: thousandths(victim), among: among))
  }

  @inline(__always)
  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    accesses &+= 1
    lives[slot] = Life(requests: 1, since: accesses)
    pool.insert(slot)
  }

  @inline(__always)
  public mutating func didHit(_ slot: Slot, _ access: Access) {
    accesses &+= 1
    if lives[slot].requests < .max { lives[slot].requests += 1 }
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    pool.remove(slot)
  }

  public func inspection(limit: Int) -> Inspection {
    let order = pool.slots.sorted { isWorthLess($0, than: $1) }.prefix(limit).reversed()
    let entries = order.map { slot in
      InspectedEntry(slot: slot, badge: .worth(thousandths: thousandths(slot)))
    }
    let isExact = pool.count <= HyperbolicPolicy.sample
    return Inspection(queues: [
      InspectedQueue(
        name: "rate", exit: isExact ? .back : .drawn, entries: entries, count: pool.count)
    ])
  }

  public func digest(into hash: inout StableHash) {
    hash.combine(random.state)
    hash.combine(UInt64(accesses))
    pool.digest(into: &hash)
    for slot in pool.slots {
      hash.combine(UInt64(lives[slot].requests) << 32 | UInt64(lives[slot].since))
    }
  }

  public func checkInvariants() {
    pool.checkInvariants()
  }

  /// How long it has been here, in requests, the one that needs the room included.
  private func age(_ life: Life) -> UInt64 {
    UInt64(accesses &+ 1 &- life.since)
  }

  /// Rates are compared as products, without division; of equals the older one is worth less.
  private func isWorthLess(_ slot: Slot, than other: Slot) -> Bool {
    let (mine, theirs) = (lives[slot], lives[other])
    let left = UInt64(mine.requests) * age(theirs)
    let right = UInt64(theirs.requests) * age(mine)
    return left != right ? left < right : age(mine) > age(theirs)
  }

  private func thousandths(_ slot: Slot) -> Int {
    Int(UInt64(lives[slot].requests) * 1_000 / age(lives[slot]))
  }
}
