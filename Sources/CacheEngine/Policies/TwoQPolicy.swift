// 2Q: a waiting room for arrivals, and a main queue for those that come back.
//
// A newcomer enters a FIFO queue of arrivals, a quarter of the cache (the paper's A1in). A hit
// there does nothing: a few requests in the same moment are one visit, not popularity. At the
// end of the queue the entry leaves, and its name is remembered (A1out, as many names as half the
// cache holds entries). Who is asked for again while its name is remembered comes back into the
// main queue (Am), which is an LRU.
//
//     stranger ──▶ [ arrivals: 1/4, FIFO ] ──▶ leaves, its name stays
//                                                   ▼
//          leaves ◀── [ hot: 3/4, LRU ] ◀── [ ghosts: 1/2, names only ]
//                          └─ a hit ─▶ front
//
// It wins against scans and against bursts: only a return after a while counts. It was the first
// cheap policy to be as good as LRU-2.
//
// It loses a miss on every favourite, the one after its first stay, and its shares are fixed:
// where everything comes back quickly a quarter of the cache is wasted on waiting. ARC adjusts
// what 2Q fixes.
//
// Reference: T. Johnson, D. Shasha, "2Q: a low overhead high performance buffer management
// replacement algorithm", VLDB (1994).

/// Arrivals wait in a queue; those that come back after leaving it stay.
public struct TwoQPolicy: EvictionPolicy {
  private static let isArrival: UInt32 = 0
  private static let isHot: UInt32 = 1

  /// The mark of a slot says which queue it is in.
  private var links = SlotLinks()
  private var keys = SlotColumn<UInt32>(blank: .max)
  private var arrivals = SlotQueue()
  private var hot = SlotQueue()
  private var ghosts = GhostTable()
  private var ghostQueue = SlotQueue()
  private var capacity = 0
  /// The newcomer on its way in, if its name was remembered.
  private var returning = Symbol.none

  public init(capacity: Int) {
    resize(capacity: capacity)
  }

  public mutating func resize(capacity: Int) {
    self.capacity = capacity
    ghosts.trim(&ghostQueue, to: capacity / 2)
  }

  @inline(__always)
  public mutating func lookupMissed(_ access: Access) -> Admission {
    returning = ghosts.forget(access.key, in: &ghostQueue) ? access.key : .none
    return .admit
  }

  /// The main queue has a share of its own, which one that comes back may not exceed.
  @inline(__always)
  public func wantsRoom(for access: Access) -> Bool {
    returning == access.key && access.key != .none && !hot.isEmpty
      && hot.weight + access.weight > capacity - arrivalShare
  }

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    let hasRoom = arrivals.weight + hot.weight + access.weight <= capacity
    if hasRoom || arrivals.weight <= arrivalShare, !hot.isEmpty {
      let victim = hot.oldest
      links.remove(victim, from: &hot)
      return Eviction(slot: victim, reason: .oldestIn(.hot))
    }
    guard !arrivals.isEmpty else { return nil }
    let victim = arrivals.oldest
    remember(victim)
    links.remove(victim, from: &arrivals)
    return Eviction(slot: victim, reason: .oldestIn(.arrivals))
  }

  @inline(__always)
  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    ghosts.forget(access.key, in: &ghostQueue)
    keys[slot] = access.key.index
    if returning == access.key {
      links.push(slot, mark: TwoQPolicy.isHot, weight: access.weight, onto: &hot)
    } else {
      links.push(slot, mark: TwoQPolicy.isArrival, weight: access.weight, onto: &arrivals)
    }
    returning = .none
  }

  @inline(__always)
  public mutating func didHit(_ slot: Slot, _ access: Access) {
    guard links.mark(of: slot) == TwoQPolicy.isHot else { return }
    links.renew(slot, mark: TwoQPolicy.isHot, in: &hot)
  }

  public mutating func didChange(_ slot: Slot, weight: Int, expiresAt: Tick) {
    if links.mark(of: slot) == TwoQPolicy.isHot {
      links.setWeight(weight, of: slot, in: &hot)
    } else {
      links.setWeight(weight, of: slot, in: &arrivals)
    }
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    if links.mark(of: slot) == TwoQPolicy.isHot {
      links.remove(slot, from: &hot)
    } else {
      links.remove(slot, from: &arrivals)
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
    let takesHot = arrivals.weight <= arrivalShare && !hot.isEmpty
    let queues = [
      links.inspection("hot", of: hot, limit: limit),
      links.inspection("arrivals", of: arrivals, limit: limit),
    ]
    return Inspection(
      queues: takesHot ? queues.reversed() : queues,
      ghosts: [ghosts.inspection("ghosts", of: ghostQueue, limit: limit)])
  }

  public func digest(into hash: inout StableHash) {
    hash.combine(UInt64(returning.index))
    links.digest(of: arrivals, into: &hash)
    links.digest(of: hot, into: &hash)
    ghosts.digest(of: ghostQueue, into: &hash)
  }

  public func checkInvariants() {
    links.checkInvariants(of: arrivals)
    links.checkInvariants(of: hot)
    ghosts.checkInvariants(of: [ghostQueue])
    precondition(ghostQueue.weight <= capacity / 2, "\(ghostQueue.weight) of ghosts remembered")
  }

  private var arrivalShare: Int { capacity / 4 }

  private mutating func remember(_ slot: Slot) {
    ghosts.remember(
      Symbol(index: keys[slot]), weight: links.weight(of: slot), in: &ghostQueue,
      upTo: capacity / 2)
  }
}
