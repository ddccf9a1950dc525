// W-TinyLFU: before anybody has to leave for you, show that you are wanted more.
//
// Most policies let every newcomer in and ask afterwards. Here the newcomer passes a window, one
// hundredth of the cache. At its end it is a candidate for the main part, and there is a duel:
// the candidate against the one who would have to leave. Who was asked for more often of late
// stays; of equals the one that is there. The counts come from a sketch, which counts keys that
// are not in the cache as well, in a few bits each, and forgets slowly.
//
//     newcomer ──▶ [ window: 1/100, LRU ] ──candidate──┐ duel by the sketch
//                                                      ▼
//       loser leaves ◀── [ probation: 1/5 ] ◀──▶ [ protected: 4/5 ]     main: SLRU
//                                 └── a hit protects ──┘
//
// An entry heavier than the window has no time to be looked at: it meets its rival at the door,
// and is not let in if it loses.
//
// It wins nearly everywhere by a little and on scans by much: a stranger is admitted to the main
// part only in place of somebody less wanted. It is what Caffeine does, and with it a good part
// of the Java world.
//
// It loses where things are asked for twice in quick succession and a window of one hundredth is
// too short for them; Caffeine therefore moves the border while it runs. And where favourites
// change in a moment it holds on to the old ones until the sketch has forgotten.
//
// Reference: G. Einziger, R. Friedman, B. Manes, "TinyLFU: a highly efficient cache admission
// policy", ACM Transactions on Storage 13 (2017).

/// A small window, a duel at its end, and SLRU behind it.
public struct WTinyLFUPolicy: EvictionPolicy {
  private enum Part {
    static let window: UInt32 = 0
    static let probation: UInt32 = 1
    static let protected: UInt32 = 2
  }

  /// The mark of a slot says which part it is in.
  private var links = SlotLinks()
  private var keys = SlotColumn<UInt32>(blank: .max)
  private var window = SlotQueue()
  private var probation = SlotQueue()
  private var protected = SlotQueue()
  private var sketch = FrequencySketch()
  private var capacity = 0

  public init(capacity: Int) {
    self.capacity = capacity
  }

  public mutating func resize(capacity: Int) {
    self.capacity = capacity
    settle()
  }

  @inline(__always)
  public mutating func lookupMissed(_ access: Access) -> Admission {
    sketch.increment(access.key)
    guard access.weight > windowShare, weight + access.weight > capacity, let rival else {
      return .admit
    }
    return sketch.count(of: access.key) > sketch.count(of: key(of: rival)) ? .admit : .reject
  }

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    while window.weight + access.weight > windowShare, access.weight <= windowShare,
      !window.isEmpty
    {
      let candidate = window.oldest
      if probation.weight + protected.weight + links.weight(of: candidate) <= mainShare {
        links.move(candidate, mark: Part.probation, from: &window, to: &probation)
        continue
      }
      guard let rival else { return leave(candidate) }
      let wanted = sketch.count(of: key(of: candidate))
      let other = sketch.count(of: key(of: rival))
      if wanted > other {
        return leave(rival, .lostContest(count: other, against: wanted))
      }
      return leave(candidate, .lostContest(count: wanted, against: other))
    }
    return (rival ?? (window.isEmpty ? nil : window.oldest)).map { leave($0) }
  }

  @inline(__always)
  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    keys[slot] = access.key.index
    if access.weight > windowShare {
      links.push(slot, mark: Part.probation, weight: access.weight, onto: &probation)
    } else {
      links.push(slot, mark: Part.window, weight: access.weight, onto: &window)
    }
    sketch.reserve(window.count + probation.count + protected.count)
    settle()
  }

  @inline(__always)
  public mutating func didHit(_ slot: Slot, _ access: Access) {
    sketch.increment(access.key)
    switch links.mark(of: slot) {
    case Part.window: links.renew(slot, mark: Part.window, in: &window)
    case Part.protected: links.renew(slot, mark: Part.protected, in: &protected)
    default:
      links.move(slot, mark: Part.protected, from: &probation, to: &protected)
      settle()
    }
  }

  public mutating func didChange(_ slot: Slot, weight: Int, expiresAt: Tick) {
    switch links.mark(of: slot) {
    case Part.window: links.setWeight(weight, of: slot, in: &window)
    case Part.protected: links.setWeight(weight, of: slot, in: &protected)
    default: links.setWeight(weight, of: slot, in: &probation)
    }
    settle()
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    take(slot)
  }

  private var windowShare: Int { max(1, capacity / 100) }
  private var mainShare: Int { capacity - windowShare }
  private var weight: Int { window.weight + probation.weight + protected.weight }

  /// Who would have to leave the main part.
  private var rival: Slot? {
    if !probation.isEmpty { return probation.oldest }
    return protected.isEmpty ? nil : protected.oldest
  }

  @inline(__always)
  private func key(of slot: Slot) -> Symbol { Symbol(index: keys[slot]) }

  /// What is over its share moves on: from the window, and from the protected, to probation.
  private mutating func settle() {
    while window.weight > windowShare, !window.isEmpty {
      links.move(window.oldest, mark: Part.probation, from: &window, to: &probation)
    }
    while protected.weight > mainShare / 5 * 4 + mainShare % 5 * 4 / 5, !protected.isEmpty {
      links.move(protected.oldest, mark: Part.probation, from: &protected, to: &probation)
    }
  }

  private mutating func leave(_ slot: Slot, _ reason: EvictionReason? = nil) -> Eviction {
    let segment: Segment =
      switch links.mark(of: slot) {
      case Part.window: .window
      case Part.protected: .protected
      default: .probation
      }
    take(slot)
    return Eviction(slot: slot, reason: reason ?? .oldestIn(segment))
  }

  private mutating func take(_ slot: Slot) {
    switch links.mark(of: slot) {
    case Part.window: links.remove(slot, from: &window)
    case Part.protected: links.remove(slot, from: &protected)
    default: links.remove(slot, from: &probation)
    }
  }
}

extension WTinyLFUPolicy {
  @inline(__always)
  public mutating func borrowMemory() {
    links.borrow()
    keys.borrow()
    sketch.borrow()
  }

  public mutating func giveBackMemory() {
    links.giveBack()
    keys.giveBack()
    sketch.giveBack()
  }

  /// The part that would give up somebody for a stranger comes last; counts are the sketch's.
  public func inspection(limit: Int) -> Inspection {
    var copy = self
    let next = copy.evict(for: Access(key: .none))?.slot
    let queues = [
      inspect("protected", protected, limit), inspect("probation", probation, limit),
      inspect("window", window, limit),
    ]
    let last = queues.filter { $0.entries.last?.slot == next && next != nil }
    return Inspection(queues: queues.filter { !last.contains($0) } + last)
  }

  public func digest(into hash: inout StableHash) {
    links.digest(of: window, into: &hash)
    links.digest(of: probation, into: &hash)
    links.digest(of: protected, into: &hash)
    sketch.digest(into: &hash)
  }

  public func checkInvariants() {
    links.checkInvariants(of: window)
    links.checkInvariants(of: probation)
    links.checkInvariants(of: protected)
    precondition(window.weight <= windowShare, "the window weighs \(window.weight)")
  }

  private func inspect(_ name: String, _ queue: SlotQueue, _ limit: Int) -> InspectedQueue {
    links.inspection(name, of: queue, limit: limit) { .count(sketch.count(of: key(of: $0))) }
  }
}
