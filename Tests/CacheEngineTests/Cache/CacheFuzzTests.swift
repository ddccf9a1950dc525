import CacheEngine
import Testing

/// Random scripts, the same for a cache and for a blackboard version of it.
@Suite struct CacheFuzzTests {
  @Test(arguments: ["fifo", "lfu", "lru"], [Budget.entries, .bytes])
  func `the cache does what the blackboard does`(policy: String, budget: Budget) {
    for seed in UInt64(0)..<25 {
      let script = Script(policy: policy, budget: budget, seed: seed)
      let difference = script.firstDifference(steps: 300)
      #expect(difference == nil, "seed \(seed): \(difference ?? "")")
    }
  }

  @Test(arguments: PolicyCatalog.all)
  func `no script breaks an invariant, and a second run ends the same`(row: PolicyRow) {
    for seed in UInt64(0)..<20 {
      // A broken invariant stops the program: the last line printed names the seed.
      if seed == 0 { print("fuzz \(row.name) from seed \(seed)") }
      let first = wander(row.name, seed: seed)
      let again = wander(row.name, seed: seed)
      #expect(first == again, "seed \(seed)")
    }
  }

  /// Does random things to a cache, changes of policy and capacity among them; its digest.
  private func wander(_ policy: String, seed: UInt64) -> UInt64 {
    let names = PolicyCatalog.all.map(\.name)
    var random = SeededRandom(seed: seed)
    var cache = Cache(policy: policy, capacity: 30, budget: .bytes, seed: seed)
    for step in 0..<300 {
      let now = Tick(microseconds: Int64(step))
      let key = Symbol(index: UInt32(1 + random.below(25)))
      switch random.below(20) {
      case 0: cache.remove(key, now: now)
      case 1: cache.evict(key, now: now)
      case 2: cache.resize(capacity: random.below(60), now: now)
      case 3: cache.setPolicy(names[random.below(names.count)], now: now)
      case 4: cache.expireDue(now: now, limit: random.below(4))
      case 5: cache.setExpiry(key, expiresAt: now.advanced(by: Int64(random.below(50))), now: now)
      case 6 where random.chance(1, of: 10): cache.clear(now: now)
      case 7 where random.chance(1, of: 10): cache.clear(cause: .lost, now: now)
      case 8...12: _ = cache.get(key, hash: 0, now: now)
      case 13: cache.setPolicy(policy, now: now)
      default:
        let end = random.chance(1, of: 2) ? now.advanced(by: Int64(random.below(60))) : .never
        cache.set(
          key, hash: 0, value: key, weight: random.below(12), expiresAt: end, now: now)
      }
      cache.checkInvariants()
    }
    var hash = StableHash()
    cache.digest(into: &hash)
    return hash.value
  }
}

/// One random script against both.
private struct Script {
  var policy: String
  var budget: Budget
  var seed: UInt64

  /// Where the two part ways for the first time, in words; `nil` if they never do.
  func firstDifference(steps: Int) -> String? {
    var random = SeededRandom(seed: seed)
    let capacity = 1 + random.below(budget == .entries ? 8 : 40)
    var cache = Cache(policy: policy, capacity: capacity, budget: budget, seed: seed)
    var blackboard = ReferenceCache(policy: policy, capacity: capacity)
    for step in 0..<steps {
      let now = Tick(microseconds: Int64(step))
      if !play(&random, &cache, &blackboard, now) { return "step \(step): another answer" }
      cache.checkInvariants()
      let left = cache.changes.filter { [.evicted, .expired, .removed].contains($0.kind) }
      if left.map(\.key) != blackboard.left.map(\.key)
        || left.map(\.kind) != blackboard.left.map(\.kind)
      {
        return "step \(step): \(left.map(\.key)) left, not \(blackboard.left.map(\.key))"
      }
      if cache.keys() != blackboard.items.map(\.key) || cache.weight != blackboard.weight {
        return "step \(step): other entries"
      }
      if cache.nextExpiry != blackboard.items.map(\.expiresAt).filter({ $0 != .never }).min() {
        return "step \(step): another next expiry"
      }
      cache.changes.removeAll()
      blackboard.left.removeAll()
    }
    return nil
  }

  /// One step on both; whether they answer alike.
  private func play(
    _ random: inout SeededRandom, _ cache: inout Cache, _ blackboard: inout ReferenceCache,
    _ now: Tick
  ) -> Bool {
    let key = Symbol(index: UInt32(1 + random.below(1 + random.below(16))))
    let end = random.chance(1, of: 3) ? now.advanced(by: Int64(random.below(60))) : Tick.never
    switch random.below(16) {
    case 0:
      cache.remove(key, now: now)
      blackboard.remove(key, now: now)
    case 1:
      cache.setExpiry(key, expiresAt: end, now: now)
      blackboard.setExpiry(key, expiresAt: end, now: now)
    case 2:
      cache.expireDue(now: now)
      blackboard.expireDue(now: now)
    case 3:
      let capacity = random.below(budget == .entries ? 8 : 40)
      cache.resize(capacity: capacity, now: now)
      blackboard.resize(capacity)
    case 4...9:
      return (cache.get(key, hash: 0, now: now) != nil) == blackboard.get(key, now: now)
    default:
      let weight = budget == .entries ? 1 : random.below(14)
      let outcome = cache.set(key, hash: 0, value: key, weight: weight, expiresAt: end, now: now)
      return outcome == blackboard.set(key, weight: weight, expiresAt: end, now: now)
    }
    return true
  }
}
