// ARC: the cache that tunes itself.
//
// Two LRU queues: T1 for those asked for once of late, T2 for those asked for again. Which of the
// two deserves more room? ARC asks those it let go. Each queue has a shadow with the names of its
// last victims, B1 and B2. Somebody in B1 is asked for: T1 was too small, and its target p grows.
// Somebody in B2 is asked for: T2 was too small, and p shrinks. The cache has as many names as
// it has entries, and no constant that anybody must choose.
//
//          names  B1 ◀── [ T1: recent ]│[ T2: frequent ] ──▶ B2  names
//                                      p
//          a ghost of B1 returns ──▶ p moves right;  a ghost of B2 ──▶ p moves left
//
// A ghost that returns goes to T2. A step is 1, or the ratio of the two shadows if the other one
// is longer: rare news moves p further.
//
// It wins where the mixture changes: by day people come back to the same things, at night a
// report reads everything once. A scan enters T1, leaves it into B1, is never asked for again,
// and p stays where it was.
//
// It loses a little to policies that look further back (LIRS, W-TinyLFU), and each hit moves an
// entry in a list, as in LRU. For twenty years a patent kept it out of many programs.
//
// Reference: N. Megiddo, D. S. Modha, "ARC: a self-tuning, low overhead replacement cache", FAST
// (2003); the cases are those of figure 4.

/// Adaptive replacement: two queues, and the memory of those let go moves the border.
public struct ARCPolicy: EvictionPolicy {
  private static let isRecent: UInt32 = 1
  private static let isFrequent: UInt32 = 2

  /// The mark of a slot, and of a ghost, says which side it is on.
  private var links = SlotLinks()
  private var keys = SlotColumn<UInt32>(blank: .max)
  private var recent = SlotQueue()
  private var frequent = SlotQueue()
  private var ghosts = GhostTable()
  private var recentGhosts = SlotQueue()
  private var frequentGhosts = SlotQueue()
  private var capacity = 0
  /// What `recent` should weigh: the paper's p.
  private var target = 0.0
  /// The newcomer on its way in, and which ghost it was; 0 for a stranger.
  private var returning = (key: Symbol.none, side: UInt32(0))

  public init(capacity: Int) {
    self.capacity = capacity
  }

  /// The shadows shrink with the cache: each side and its shadow together as the paper has it.
  public mutating func resize(capacity: Int) {
    self.capacity = capacity
    target = min(target, Double(capacity))
    ghosts.trim(&recentGhosts, to: max(0, capacity - recent.weight))
    ghosts.trim(
      &frequentGhosts,
      to: max(0, 2 * capacity - recent.weight - frequent.weight - recentGhosts.weight))
  }

  @inline(__always)
  public mutating func lookupMissed(_ access: Access) -> Admission {
    returning = (access.key, 0)
    let ghost = ghosts.find(access.key)
    guard ghost != .max else { return .admit }
    let (first, second) = (Double(recentGhosts.weight), Double(frequentGhosts.weight))
    returning.side = ghosts.mark(of: ghost)
    if returning.side == ARCPolicy.isRecent {
      target = min(target + max(second / first, 1), Double(capacity))
      ghosts.remove(ghost, from: &recentGhosts)
    } else {
      target = max(target - max(first / second, 1), 0)
      ghosts.remove(ghost, from: &frequentGhosts)
    }
    return .admit
  }

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    guard !recent.isEmpty || !frequent.isEmpty else { return nil }
    if side(of: access) == 0 {
      if recent.weight + recentGhosts.weight + access.weight > capacity {
        guard !recentGhosts.isEmpty else { return evictUnremembered() }
        ghosts.remove(recentGhosts.oldest, from: &recentGhosts)
      } else if recent.weight + recentGhosts.weight + frequent.weight + frequentGhosts.weight
        >= 2 * capacity, !frequentGhosts.isEmpty
      {
        ghosts.remove(frequentGhosts.oldest, from: &frequentGhosts)
      }
    }
    return replace(access)
  }

  @inline(__always)
  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    // One that comes back without having been missed was let go a moment ago, to be overwritten.
    if returning.key != access.key { _ = lookupMissed(access) }
    keys[slot] = access.key.index
    if returning.side == 0 {
      links.push(slot, mark: ARCPolicy.isRecent, weight: access.weight, onto: &recent)
    } else {
      links.push(slot, mark: ARCPolicy.isFrequent, weight: access.weight, onto: &frequent)
    }
    returning = (.none, 0)
  }

  @inline(__always)
  public mutating func didHit(_ slot: Slot, _ access: Access) {
    if links.mark(of: slot) == ARCPolicy.isFrequent {
      links.renew(slot, mark: ARCPolicy.isFrequent, in: &frequent)
    } else {
      links.move(slot, mark: ARCPolicy.isFrequent, from: &recent, to: &frequent)
    }
  }

  public mutating func didChange(_ slot: Slot, weight: Int, expiresAt: Tick) {
    if links.mark(of: slot) == ARCPolicy.isFrequent {
      links.setWeight(weight, of: slot, in: &frequent)
    } else {
      links.setWeight(weight, of: slot, in: &recent)
    }
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    if links.mark(of: slot) == ARCPolicy.isFrequent {
      links.remove(slot, from: &frequent)
    } else {
      links.remove(slot, from: &recent)
    }
  }

  private func side(of access: Access) -> UInt32 {
    access.key != .none && access.key == returning.key ? returning.side : 0
  }

  /// The paper's REPLACE: the side that is over its target gives up its oldest.
  private mutating func replace(_ access: Access) -> Eviction {
    guard takesRecent(for: side(of: access)) else {
      let victim = frequent.oldest
      ghosts.push(
        Symbol(index: keys[victim]), mark: ARCPolicy.isFrequent,
        weight: max(1, links.weight(of: victim)), onto: &frequentGhosts)
      links.remove(victim, from: &frequent)
      return Eviction(slot: victim, reason: .oldestIn(.frequent))
    }
    let victim = recent.oldest
    ghosts.push(
      Symbol(index: keys[victim]), mark: ARCPolicy.isRecent,
      weight: max(1, links.weight(of: victim)), onto: &recentGhosts)
    links.remove(victim, from: &recent)
    return Eviction(slot: victim, reason: .oldestIn(.recent))
  }

  private func takesRecent(for side: UInt32) -> Bool {
    guard !recent.isEmpty else { return false }
    let weight = Double(recent.weight)
    return frequent.isEmpty || weight > target
      || (weight == target && side == ARCPolicy.isFrequent)
  }

  /// All of the cache is `recent` and there are no shadows: its oldest goes without a trace.
  private mutating func evictUnremembered() -> Eviction? {
    guard !recent.isEmpty else { return replace(Access(key: .none)) }
    let victim = recent.oldest
    links.remove(victim, from: &recent)
    return Eviction(slot: victim, reason: .oldestIn(.recent))
  }
}

extension ARCPolicy {
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
    let queues = [
      links.inspection("frequent", of: frequent, limit: limit),
      links.inspection("recent", of: recent, limit: limit),
    ]
    let isFullOfRecent =
      recent.weight + recentGhosts.weight + 1 > capacity && recentGhosts.isEmpty
    let takesRecent = !recent.isEmpty && (isFullOfRecent || takesRecent(for: 0))
    return Inspection(
      queues: takesRecent ? queues : queues.reversed(),
      ghosts: [
        ghosts.inspection("recent ghosts", of: recentGhosts, limit: limit),
        ghosts.inspection("frequent ghosts", of: frequentGhosts, limit: limit),
      ],
      figures: [InspectedFigure(name: "p", value: target)])
  }

  public func digest(into hash: inout StableHash) {
    hash.combine(target.bitPattern)
    hash.combine(UInt64(returning.key.index) << 2 | UInt64(returning.side))
    links.digest(of: recent, into: &hash)
    links.digest(of: frequent, into: &hash)
    ghosts.digest(of: recentGhosts, into: &hash)
    ghosts.digest(of: frequentGhosts, into: &hash)
  }

  public func checkInvariants() {
    links.checkInvariants(of: recent)
    links.checkInvariants(of: frequent)
    ghosts.checkInvariants(of: [recentGhosts, frequentGhosts])
    precondition((0...Double(capacity)).contains(target), "p is \(target) of \(capacity)")
    for queue in [recent, frequent] {
      for slot in links.newest(.max, of: queue) {
        precondition(
          ghosts.find(Symbol(index: keys[slot])) == .max, "slot \(slot) is here and a ghost")
      }
    }
  }
}
