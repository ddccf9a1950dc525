// S3-FIFO: three queues, no list to relink, and a short trial for every stranger.
//
// Most keys that a cache ever sees are asked for once. So a newcomer enters a small queue, a
// tenth of the cache. Who is asked for at least twice while it is there moves to the main queue;
// who is not leaves, and only its name goes on into a third queue, of ghosts: if it is asked for
// again while it is remembered, it was let go too early and enters the main queue at once. In the
// main queue a hit counts (up to 3); at the back each point buys one more round.
//
//     stranger ──▶ [ small: 1/10 ] ──asked for──▶ [ main: 9/10 ] ──▶ leaves, unless it has
//                        │                         ▲     ▲   │       points; each is a round
//                  leaves, its name stays          │     └───┘
//                        ▼                         │
//                  [ ghosts: 9/10, names only ] ───┘ asked for again
//
// It wins on the web and on everything with many one-hit wonders: a scan runs through a tenth of
// the cache and does not touch the rest. A hit is a count beside the entry, so threads do not
// queue up for it.
//
// It loses where keys come back just after their trial, twice in a row: the first return is a
// miss that pays for the place in the main queue. In a cache for a handful of entries the small
// queue holds one, and a trial is over with the next stranger.
//
// An entry that would fill the small queue alone does not come in: it would sweep all others out
// of it. (An entry of weight 1 always does, so that even a cache for five works.)
//
// Reference: J. Yang et al., "FIFO queues are all you need for cache eviction", SOSP (2023).

/// A small queue for strangers, a main queue, and the names of those let go.
public struct S3FIFOPolicy: EvictionPolicy {
  private static let inMain: UInt32 = 4
  private static let counts: UInt32 = 3

  /// The mark of a slot is its count, and `inMain`.
  private var links = SlotLinks()
  private var keys = SlotColumn<UInt32>(blank: .max)
  private var small = SlotQueue()
  private var main = SlotQueue()
  private var ghosts = GhostTable()
  private var ghostQueue = SlotQueue()
  private var capacity = 0
  private var smallShare = 0
  /// The newcomer on its way in, if its name was remembered.
  private var returning = Symbol.none

  public init(capacity: Int) {
    resize(capacity: capacity)
  }

  public mutating func resize(capacity: Int) {
    self.capacity = capacity
    smallShare = max(1, capacity / 10)
    ghosts.trim(&ghostQueue, to: ghostShare)
  }

  @inline(__always)
  public mutating func lookupMissed(_ access: Access) -> Admission {
    returning = ghosts.forget(access.key, in: &ghostQueue) ? access.key : .none
    return access.weight > 1 && access.weight >= smallShare ? .reject : .admit
  }

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    while !small.isEmpty || !main.isEmpty {
      if let eviction = takesMain ? evictFromMain() : evictFromSmall() { return eviction }
    }
    return nil
  }

  @inline(__always)
  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    ghosts.forget(access.key, in: &ghostQueue)
    keys[slot] = access.key.index
    if returning == access.key {
      links.push(slot, mark: S3FIFOPolicy.inMain, weight: access.weight, onto: &main)
    } else {
      links.push(slot, weight: access.weight, onto: &small)
    }
    returning = .none
  }

  @inline(__always)
  public mutating func didHit(_ slot: Slot, _ access: Access) {
    let mark = links.mark(of: slot)
    if mark & S3FIFOPolicy.counts < 3 { links.setMark(mark + 1, of: slot) }
  }

  public mutating func didChange(_ slot: Slot, weight: Int, expiresAt: Tick) {
    if isInMain(slot) {
      links.setWeight(weight, of: slot, in: &main)
    } else {
      links.setWeight(weight, of: slot, in: &small)
    }
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    if isInMain(slot) {
      links.remove(slot, from: &main)
    } else {
      links.remove(slot, from: &small)
    }
  }

  @inline(__always)
  public mutating func borrowMemory() {
    links.borrow()
    keys.borrow()
    ghosts.borrow()
  }

  public mutating func giveBackMemory() {
    links.giveBack()
    keys.giveBack()
    ghosts.giveBack()
  }

  public func inspection(limit: Int) -> Inspection {
    let queues = [inspect("main", main, limit), inspect("small", small, limit)]
    let next = takesMain ? main : small
    return Inspection(
      queues: takesMain ? queues.reversed() : queues, hand: next.isEmpty ? nil : next.oldest,
      ghosts: [ghosts.inspection("ghosts", of: ghostQueue, limit: limit)])
  }

  public func digest(into hash: inout StableHash) {
    hash.combine(UInt64(returning.index))
    links.digest(of: small, into: &hash)
    links.digest(of: main, into: &hash)
    ghosts.digest(of: ghostQueue, into: &hash)
  }

  public func checkInvariants() {
    links.checkInvariants(of: small)
    links.checkInvariants(of: main)
    ghosts.checkInvariants(of: [ghostQueue])
    precondition(ghostQueue.weight <= ghostShare, "ghosts of \(ghostQueue.weight) are remembered")
    for queue in [small, main] {
      for slot in links.newest(.max, of: queue) {
        precondition(
          ghosts.find(Symbol(index: keys[slot])) == .max, "slot \(slot) is here and a ghost")
      }
    }
  }

  private var ghostShare: Int { capacity / 10 * 9 + capacity % 10 * 9 / 10 }

  /// Whether the main queue is over its share, or alone.
  private var takesMain: Bool {
    small.isEmpty || (!main.isEmpty && main.weight > capacity - smallShare)
  }

  private func isInMain(_ slot: Slot) -> Bool {
    links.mark(of: slot) & S3FIFOPolicy.inMain != 0
  }

  /// One round of the main queue, until somebody has no points left.
  @inline(__always)
  private mutating func evictFromMain() -> Eviction? {
    var spared = 0
    while !main.isEmpty {
      let slot = main.oldest
      let count = links.mark(of: slot) & S3FIFOPolicy.counts
      guard count > 0 else {
        links.remove(slot, from: &main)
        return Eviction(slot: slot, reason: .unvisited(spared: spared))
      }
      links.renew(slot, mark: S3FIFOPolicy.inMain | (count - 1), in: &main)
      spared += 1
    }
    return nil
  }

  /// Who was asked for twice moves on to the main queue; the first who was not leaves.
  ///
  /// `nil` if all moved on.
  @inline(__always)
  private mutating func evictFromSmall() -> Eviction? {
    while !small.isEmpty {
      let slot = small.oldest
      guard links.mark(of: slot) & S3FIFOPolicy.counts < 2 else {
        links.move(slot, mark: S3FIFOPolicy.inMain, from: &small, to: &main)
        continue
      }
      remember(slot)
      links.remove(slot, from: &small)
      return Eviction(slot: slot, reason: .oldestIn(.small))
    }
    return nil
  }

  private mutating func remember(_ slot: Slot) {
    ghosts.remember(
      Symbol(index: keys[slot]), weight: links.weight(of: slot), in: &ghostQueue,
      upTo: ghostShare)
  }

  private func inspect(_ name: String, _ queue: SlotQueue, _ limit: Int) -> InspectedQueue {
    links.inspection(name, .hand, of: queue, limit: limit) { slot in
      let count = Int(links.mark(of: slot) & S3FIFOPolicy.counts)
      return count == 0 ? .none : .count(count)
    }
  }
}
