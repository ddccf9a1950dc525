// Nearly the best of five: how Redis chooses.
//
// An exact LRU needs two links an entry and moves entries at every read. Redis has no room for
// that: an entry has 24 bits. When memory is short it draws a few entries by lot (5, or what
// `maxmemory-samples` says), and the best victim among them leaves. It got much better with one
// idea more: what was drawn and not taken is not forgotten. A pool of 16 keeps the best victims
// of all draws so far, so that after a few evictions the choice is nearly that of an exact list.
//
//     draw 5 ──▶  k 12 s   c 3 s   x 40 s   b 7 s   m 1 s
//                    ╲                ╲
//     pool:   … 9 s   11 s   12 s   31 s   40 s ──▶ x leaves
//             worst ◀──────────────────────── best victim
//
// What the pool remembers may be out of date: an entry that was asked for since keeps its place
// there. One that leaves is struck out.
//
// The 24 bits:
//
//     LRU   seconds of the last request; the clock goes round after 194 days
//     LFU   16 bits minutes of the last decay | 8 bits a count that grows by the logarithm
//
// A count of 8 bits that grew by 1 would be full after 255 requests. It grows by lot instead, with
// a chance of 1 in (count − 5) × 10 + 1: full after about a million. It starts at 5, so that a
// newcomer is not the next victim, and falls by 1 for every minute without a request.
//
// Reference: Redis, `evict.c` and "Key eviction" of its documentation.

/// The entries that may leave, what is known of each in 24 bits, and the pool.
struct RedisSampler: Sendable {
  /// By what the best victim is known.
  enum Order: UInt8, Sendable {
    case idle, count, expiry, lot
  }

  private struct Candidate: Sendable, BitwiseCopyable {
    /// The more, the sooner it leaves.
    var score: Int64
    var slot: Slot
  }

  static let poolSize = 16
  static let logFactor = 10
  static let initialCount: UInt32 = 5

  let order: Order
  /// Whether entries without an expiry may leave too.
  let takesEverybody: Bool
  var samples = Cache.usualSamples

  private(set) var candidates = SlotPool()
  /// Those who may not leave, because they do not expire.
  private(set) var others = SlotPool()
  private var clocks = SlotColumn<UInt32>(blank: 0)
  private var expiries = SlotColumn<Int64>(blank: .max)
  /// Worst victim first.
  private var pool: [Candidate] = []
  private var random: SeededRandom
  private var latest = Tick.zero

  init(_ order: Order, takesEverybody: Bool, seed: UInt64) {
    self.order = order
    self.takesEverybody = takesEverybody
    random = RedisSampler.random(seed: seed)
    pool.reserveCapacity(RedisSampler.poolSize)
  }

  mutating func insert(_ slot: Slot, _ access: Access) {
    latest = max(latest, access.now)
    expiries[slot] = access.expiresAt.microseconds
    if order == .count {
      clocks[slot] = RedisSampler.minutes(access.now) << 8 | RedisSampler.initialCount
    } else {
      clocks[slot] = RedisSampler.seconds(access.now)
    }
    if takesEverybody || access.expiresAt != .never {
      candidates.insert(slot)
    } else {
      others.insert(slot)
    }
  }

  @inline(__always)
  mutating func hit(_ slot: Slot, _ access: Access) {
    latest = max(latest, access.now)
    guard order == .count else {
      clocks[slot] = RedisSampler.seconds(access.now)
      return
    }
    let now = RedisSampler.minutes(access.now)
    clocks[slot] = RedisSampler.counted(clocks[slot], now: now, &random)
  }

  mutating func change(_ slot: Slot, expiresAt: Tick) {
    expiries[slot] = expiresAt.microseconds
    guard !takesEverybody, candidates.contains(slot) != (expiresAt != .never) else { return }
    if expiresAt == .never {
      candidates.remove(slot)
      strike(slot)
      others.insert(slot)
    } else {
      others.remove(slot)
      candidates.insert(slot)
    }
  }

  mutating func remove(_ slot: Slot) {
    guard candidates.contains(slot) else { return others.remove(slot) }
    candidates.remove(slot)
    strike(slot)
  }

  /// Takes `slot` out of the pool, as often as it is there.
  private mutating func strike(_ slot: Slot) {
    let kept = pool.withUnsafeMutableBufferPointer { pool in
      var kept = 0
      for index in 0..<pool.count where pool[index].slot != slot {
        pool[kept] = pool[index]
        kept += 1
      }
      return kept
    }
    pool.removeLast(pool.count - kept)
  }

  @inline(__always)
  mutating func borrow() {
    candidates.borrow()
    others.borrow()
    clocks.borrow()
    expiries.borrow()
  }

  mutating func giveBack() {
    candidates.giveBack()
    others.giveBack()
    clocks.giveBack()
    expiries.giveBack()
  }

  mutating func evict(now: Tick) -> Eviction? {
    guard !candidates.isEmpty else { return nil }
    guard order != .lot else {
      let among = candidates.count
      let victim = candidates.draw(&random)
      candidates.remove(victim)
      return Eviction(slot: victim, reason: .drawn(among: among))
    }
    for _ in 0..<samples { offer(candidates.draw(&random), now: now) }
    guard let best = pool.last else { return nil }
    remove(best.slot)
    return Eviction(slot: best.slot, reason: reason(best))
  }

  /// Puts an entry into the pool, if it is a better victim than the worst there or there is room.
  private mutating func offer(_ slot: Slot, now: Tick) {
    let candidate = Candidate(score: score(of: slot, now: now), slot: slot)
    let place = pool.withUnsafeBufferPointer { pool in
      var place = 0
      while place < pool.count, pool[place].score < candidate.score { place += 1 }
      return place
    }
    if pool.count < RedisSampler.poolSize {
      pool.append(candidate)
      pool.withUnsafeMutableBufferPointer { pool in
        var index = pool.count - 1
        while index > place {
          pool[index] = pool[index - 1]
          index -= 1
        }
        pool[place] = candidate
      }
    } else if place > 0 {
      pool.withUnsafeMutableBufferPointer { pool in
        for index in 1..<place { pool[index - 1] = pool[index] }
        pool[place - 1] = candidate
      }
    }
  }

  private func score(of slot: Slot, now: Tick) -> Int64 {
    switch order {
    case .idle: Int64(RedisSampler.idle(clocks[slot], now: RedisSampler.seconds(now)))
    case .count: 255 - Int64(decayedCount(of: slot, now: now))
    case .expiry: .max - expiries[slot]
    case .lot: 0
    }
  }

  private func reason(_ candidate: Candidate) -> EvictionReason {
    switch order {
    case .idle: .sampledIdle(seconds: Int(candidate.score), sample: samples)
    case .count: .sampledCount(count: 255 - Int(candidate.score), sample: samples)
    default: .sampledExpiry(at: .zero, sample: samples)
    }
  }

  /// The count after the minutes in which nobody asked.
  private func decayedCount(of slot: Slot, now: Tick) -> UInt32 {
    RedisSampler.decayed(clocks[slot], now: RedisSampler.minutes(now))
  }
}

// MARK: 24 bits

extension RedisSampler {
  /// The lots of a policy with this seed.
  static func random(seed: UInt64) -> SeededRandom {
    SeededRandom(seed: seed, stream: "redis eviction")
  }

  static func seconds(_ now: Tick) -> UInt32 {
    UInt32(truncatingIfNeeded: now.microseconds / 1_000_000) & 0xFF_FFFF
  }

  static func minutes(_ now: Tick) -> UInt32 {
    UInt32(truncatingIfNeeded: now.microseconds / 60_000_000) & 0xFFFF
  }

  /// The seconds since the one that `clock` shows.
  @inline(__always)
  static func idle(_ clock: UInt32, now seconds: UInt32) -> UInt32 {
    (seconds &- clock) & 0xFF_FFFF
  }

  /// The count in `clock`, less the minutes in which nobody asked.
  @inline(__always)
  static func decayed(_ clock: UInt32, now minutes: UInt32) -> UInt32 {
    let passed = (minutes &- clock >> 8) & 0xFFFF
    let count = clock & 0xFF
    return count > passed ? count - passed : 0
  }

  /// What `clock` becomes by a request.
  @inline(__always)
  static func counted(
    _ clock: UInt32, now minutes: UInt32, _ random: inout SeededRandom
  ) -> UInt32 {
    var count = decayed(clock, now: minutes)
    if count < 255 {
      let base = max(0, Int(count) - Int(initialCount))
      if random.below(base * logFactor + 1) == 0 { count += 1 }
    }
    return minutes << 8 | count
  }
}

extension RedisSampler {
  func inspection(limit: Int) -> Inspection {
    let drawn = candidates.slots.prefix(limit).map { slot in
      InspectedEntry(slot: slot, badge: badge(of: slot))
    }
    let name = takesEverybody ? "pool" : "expiring"
    let queue = InspectedQueue(name: name, exit: .drawn, entries: drawn, count: candidates.count)
    guard !takesEverybody else { return Inspection(queues: [queue]) }
    let kept = others.slots.prefix(limit).map { InspectedEntry(slot: $0, badge: badge(of: $0)) }
    let safe = InspectedQueue(
      name: "persistent", exit: .nobody, entries: kept, count: others.count)
    return Inspection(queues: [safe, queue])
  }

  /// The count without the minutes in which nobody asked; `nil` where seconds are kept instead.
  func count(of slot: Slot, at now: Tick) -> Int? {
    order == .count ? Int(decayedCount(of: slot, now: now)) : nil
  }

  private func badge(of slot: Slot) -> InspectedEntry.Badge {
    switch order {
    case .idle: .idle(Int(RedisSampler.idle(clocks[slot], now: RedisSampler.seconds(latest))))
    case .count: .count(Int(decayedCount(of: slot, now: latest)))
    case .expiry, .lot: .none
    }
  }

  func digest(into hash: inout StableHash) {
    hash.combine(random.state)
    hash.combine(samples)
    candidates.digest(into: &hash)
    others.digest(into: &hash)
    for slot in candidates.slots { hash.combine(UInt64(clocks[slot])) }
    for slot in others.slots { hash.combine(UInt64(clocks[slot])) }
    for candidate in pool {
      hash.combine(UInt64(candidate.slot))
      hash.combine(Int(candidate.score))
    }
  }

  func checkInvariants() {
    candidates.checkInvariants()
    others.checkInvariants()
    precondition(pool.count <= RedisSampler.poolSize, "\(pool.count) in the pool")
    for (worse, better) in zip(pool, pool.dropFirst()) {
      precondition(worse.score <= better.score, "the pool is out of order")
    }
    for candidate in pool {
      precondition(
        candidates.contains(candidate.slot), "slot \(candidate.slot) is in the pool alone")
    }
    for slot in candidates.slots {
      precondition(takesEverybody || expiries[slot] != .max, "slot \(slot) does not expire")
    }
    for slot in others.slots {
      precondition(expiries[slot] == .max, "slot \(slot) expires and may not leave")
    }
  }
}
