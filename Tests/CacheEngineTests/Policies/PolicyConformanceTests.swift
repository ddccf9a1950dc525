import CacheEngine
import Testing

extension PolicyRow: CustomTestStringConvertible {
  public var testDescription: String { name }
}

/// What every policy owes the cache; a new row in the catalog gets these tests for nothing.
@Suite struct PolicyConformanceTests {
  @Test(arguments: PolicyCatalog.all)
  func `a thousand random runs: the preview names the one who leaves`(row: PolicyRow) {
    var evictions = 0
    for seed in 0..<1_000 {
      var random = SeededRandom(seed: UInt64(seed))
      var cache = Cache(policy: row.name, capacity: 1 + random.below(6), seed: UInt64(seed))
      for step in 0..<20 {
        let key = Symbol(index: UInt32(1 + random.below(12)))
        let now = Tick(microseconds: Int64(step))
        if cache.get(key, hash: 0, now: now) != nil { continue }
        let preview = cache.nextVictim(for: key, hash: 0, now: now)
        let stranger = cache.nextVictim(now: now)
        cache.set(key, hash: 0, value: key, now: now)
        for change in cache.changes where change.kind == .evicted {
          evictions += 1
          #expect(change.key == preview?.key, "seed \(seed), step \(step)")
          #expect(change.reason == preview?.reason, "seed \(seed), step \(step)")
          if !row.choosesByNewcomer { #expect(change.key == stranger?.key) }
        }
        cache.changes.removeAll(keepingCapacity: true)
      }
      cache.checkInvariants()
    }
    // Nothing here expires.
    #expect((evictions > 1_000) == (row.scope == .everybody))
  }

  @Test(arguments: PolicyCatalog.all)
  func `the cache and the batch driver take the same decisions`(row: PolicyRow) {
    for seed in UInt64(0)..<20 {
      var random = SeededRandom(seed: seed)
      let ids = (0..<500).map { _ in UInt32(random.below(1 + random.below(80))) }
      let weights = (0..<80).map { _ in UInt32(1 + random.below(20)) }
      let trace = BatchTrace(ids: ids, weights: ids.map { weights[Int($0)] })
      var cache = Cache(policy: row.name, capacity: 150, budget: .bytes, seed: seed)
      for (index, id) in ids.enumerated() {
        let key = Symbol(index: id)
        let now = Tick(microseconds: Int64(index) * trace.pace)
        if cache.get(key, hash: 0, now: now) == nil {
          cache.set(
            key, hash: 0, value: key, weight: Int(weights[Int(id)]), now: now)
        }
      }
      let result = row.simulate(trace, 150, seed)
      #expect(result.misses == cache.statistics.misses, "seed \(seed)")
    }
  }

  @Test(arguments: PolicyCatalog.all)
  func `a copy has the same digest, goes the same way, and leaves the original alone`(
    row: PolicyRow
  ) {
    var original = Picture(row.name, 4, "a b c a d e a b")
    let before = original.left
    var copy = original
    #expect(digest(copy) == digest(original))
    copy.play("f g h a")
    #expect(digest(copy) != digest(original))
    #expect(original.left == before)
    original.play("f g h a")
    #expect(digest(copy) == digest(original))
    #expect(copy.left == original.left)
  }

  @Test(arguments: PolicyCatalog.all)
  func `the queues hold everybody once and name the next victim where they say`(
    row: PolicyRow
  ) {
    let picture = Picture(row.name, 5, "a b c d e a c c f g a")
    let inspection = picture.cache.inspection(limit: .max)
    #expect(inspection.queues.reduce(0) { $0 + $1.count } == picture.cache.count)
    #expect(inspection.queues.allSatisfy { !$0.name.isEmpty })
    let next = picture.cache.nextVictim(now: .zero)
    if let last = inspection.queues.last, last.exit == .back {
      let victim = last.entries.last.flatMap { picture.cache.entry(at: $0.slot) }
      #expect(victim?.key == next?.key)
    }
    let limited = picture.cache.inspection(limit: 2)
    for (queue, whole) in zip(limited.queues, inspection.queues) {
      #expect(queue.entries.count <= 2)
      #expect(queue.count == whole.count)
      if queue.exit == .back { #expect(queue.entries == Array(whole.entries.suffix(2))) }
    }
  }

  @Test(arguments: PolicyCatalog.all)
  func `the learner may take anybody away`(row: PolicyRow) {
    for gone in ["a", "b", "c", "d"] {
      var picture = Picture(row.name, 4, "a b c d b b c")
      let key = picture.names.intern(gone)
      let evicted = [
        picture.cache.evict(key, now: .zero), picture.cache.evict(key, now: .zero),
      ]
      #expect(evicted == [true, false])
      #expect(picture.cache.changes.last?.reason == .chosen)
      #expect(picture.cache.statistics.evictions == 1)
      picture.cache.changes.removeAll()
      picture.play("e a b c d e")
    }
  }

  @Test(arguments: PolicyCatalog.all)
  func `whoever chooses as the policy would leaves it as its own choice does`(row: PolicyRow) {
    var byItself = Picture(row.name, 4, "a b c d b b c")
    var byHand = byItself
    for stranger in ["e", "f", "g", "h"] where row.scope == .everybody {
      byItself.ask(stranger)
      let now = Tick(microseconds: Int64(byHand.cache.statistics.requests))
      if let victim = byHand.cache.nextVictim(now: now)?.key {
        byHand.cache.evict(victim, now: now)
      }
      byHand.ask(stranger)
      #expect(byHand.left == byItself.left)
      #expect(byHand.ghosts == byItself.ghosts)
    }
  }

  @Test func `a choice that is not the policy's is only told to it`() throws {
    var picture = Picture("clock", 3, "a b c a")
    let other = picture.names.intern("c")
    picture.cache.evict(other, now: .zero)
    #expect(picture.left == "b a*")
    let own = picture.names.intern("b")
    picture.cache.evict(own, now: .zero)
    #expect(picture.left == "a")
  }

  @Test(arguments: PolicyCatalog.all)
  func `an empty cache evicts nobody, and a cache for one holds the last`(row: PolicyRow) {
    #expect(Cache(policy: row.name, capacity: 3).nextVictim(now: .zero) == nil)
    let picture = Picture(row.name, 1, "a b c")
    #expect(picture.cache.count == 1)
  }

  @Test(arguments: PolicyCatalog.all)
  func `every other policy can take over, and everybody stays`(row: PolicyRow) {
    for other in PolicyCatalog.all {
      var picture = Picture(row.name, 4, "a b c d a b b")
      let keys = picture.cache.keys()
      picture.cache.setPolicy(other.name, now: .zero)
      #expect(picture.cache.keys() == keys)
      #expect(picture.cache.policyName == other.name)
      picture.cache.checkInvariants()
      picture.play("e a f b")
    }
  }

  private func digest(_ picture: Picture) -> UInt64 {
    var hash = StableHash()
    picture.cache.digest(into: &hash)
    return hash.value
  }
}
