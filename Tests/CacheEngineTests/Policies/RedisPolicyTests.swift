import CacheEngine
import Testing

/// Sampled and volatile policies: what Redis does.
@Suite struct RedisPolicyTests {
  @Test func `with enough samples the longest idle leaves`() {
    var cache = Cache(policy: "sampled-lru", capacity: 8, seed: 3)
    cache.setSamples(64)
    for key in UInt32(1)...8 { store(key, at: Int64(key), in: &cache) }
    _ = cache.get(Symbol(index: 1), hash: 0, now: second(20))
    let next = cache.nextVictim(now: second(30))
    #expect(next?.key == Symbol(index: 2))
    #expect(next?.reason == .sampledIdle(seconds: 28, sample: 64))
  }

  @Test func `what the pool remembers may be out of date`() {
    var cache = Cache(policy: "sampled-lru", capacity: 8, seed: 3)
    cache.setSamples(64)
    for key in UInt32(1)...2 { store(key, at: Int64(key), in: &cache) }
    for key in UInt32(3)...8 { store(key, at: 10, in: &cache) }
    store(9, at: 20, in: &cache)
    // 2 was looked at when 1 left, and stands in the pool with what was known then.
    _ = cache.get(Symbol(index: 2), hash: 0, now: second(21))
    store(10, at: 22, in: &cache)
    #expect(cache.slot(of: Symbol(index: 2)) == nil)
    cache.checkInvariants()
  }

  @Test func `a clock of 24 bits goes round`() {
    var cache = Cache(policy: "sampled-lru", capacity: 2, seed: 1)
    let round = Int64(1) << 24
    store(1, at: round - 5, in: &cache)
    store(2, at: round + 3, in: &cache)
    let next = cache.nextVictim(now: second(round + 10))
    #expect(next?.key == Symbol(index: 1))
    #expect(next?.reason == .sampledIdle(seconds: 15, sample: 5))
  }

  @Test func `the count grows by the logarithm and falls by the minute`() {
    var counts: [Int] = []
    for requests in [1, 10, 100, 1_000, 100_000] {
      var sum = 0
      for seed in UInt64(0)..<10 {
        var cache = Cache(policy: "sampled-lfu", capacity: 1, seed: seed)
        store(1, at: 0, in: &cache)
        for _ in 0..<requests { _ = cache.get(Symbol(index: 1), hash: 0, now: .zero) }
        sum += count(in: cache)
      }
      counts.append(sum / 10)
    }
    // The table of Redis's own documentation says 10, 18, 142 for 100, 1 000, 100 000; it counts
    // from a chance of one for the first.
    #expect((6...7).contains(counts[0]) && (6...9).contains(counts[1]))
    #expect((8...13).contains(counts[2]) && (16...22).contains(counts[3]))
    #expect((135...155).contains(counts[4]))
  }

  @Test func `a quiet minute takes a point away`() {
    var cache = Cache(policy: "sampled-lfu", capacity: 2, seed: 1)
    store(1, at: 0, in: &cache)
    store(2, at: 200, in: &cache)
    let next = cache.nextVictim(now: second(200))
    #expect(next?.key == Symbol(index: 1))
    #expect(next?.reason == .sampledCount(count: 2, sample: 5))
  }

  @Test(arguments: ["volatile-lru", "volatile-lfu", "volatile-random", "volatile-ttl"])
  func `what never expires never leaves`(policy: String) {
    var cache = Cache(policy: policy, capacity: 4, seed: 2)
    store(1, at: 0, in: &cache)
    for key in Int64(2)...20 { store(UInt32(key), at: key, expires: 1_000 + key, in: &cache) }
    #expect(cache.slot(of: Symbol(index: 1)) != nil)
    #expect(cache.count == 4)
    for symbol in cache.keys() { cache.setExpiry(symbol, expiresAt: .never, now: second(30)) }
    cache.checkInvariants()
    #expect(cache.nextVictim(now: second(30)) == nil)
    let outcome = cache.set(Symbol(index: 99), hash: 0, value: .empty, now: second(30))
    #expect(outcome == .full)
    cache.setExpiry(Symbol(index: 1), expiresAt: second(60), now: second(31))
    #expect(cache.nextVictim(now: second(32))?.key == Symbol(index: 1))
  }

  @Test func `the first to expire leaves first`() {
    var cache = Cache(policy: "volatile-ttl", capacity: 3, seed: 5)
    cache.setSamples(64)
    for (key, end) in [(1, 300), (2, 100), (3, 200)] as [(UInt32, Int64)] {
      store(key, at: 0, expires: end, in: &cache)
    }
    let next = cache.nextVictim(now: second(1))
    #expect(next?.key == Symbol(index: 2))
    #expect(next?.reason == .sampledExpiry(at: second(100), sample: 64))
  }

  @Test(arguments: [(5, 0.003, 0.002), (10, 0.0017, 0.0015)])
  func `a sample comes near exact LRU`(samples: Int, lru: Double, spread: Double) throws {
    // On ten million requests real Redis misses 0.30 points more than exact LRU with five samples.
    let trace = ZipfTrace.trace
    let exact = try #require(PolicyCatalog.find("lru")).simulate(trace, ZipfTrace.capacity, 0)
    let distance = play("sampled-lru", samples: samples, trace) - exact.missRatio
    #expect(abs(distance - lru) < spread, "\(distance)")
  }

  @Test(arguments: [(5, 0.0076, 0.005), (10, 0.0043, 0.005)])
  func `a sample comes near exact LFU`(samples: Int, lfu: Double, spread: Double) throws {
    // So fast that no minute passes and no count decays.
    var trace = ZipfTrace.trace
    trace.pace = 100
    let exact = try #require(PolicyCatalog.find("lfu")).simulate(trace, ZipfTrace.capacity, 0)
    let distance = play("sampled-lfu", samples: samples, trace) - exact.missRatio
    #expect(abs(distance - lfu) < spread, "\(distance)")
  }

  private func play(_ policy: String, samples: Int, _ trace: BatchTrace) -> Double {
    var cache = Cache(policy: policy, capacity: ZipfTrace.capacity, seed: 7)
    cache.setSamples(samples)
    for (index, id) in trace.ids.enumerated() {
      let now = Tick(microseconds: Int64(index) * trace.pace)
      let key = Symbol(index: id)
      if cache.get(key, hash: 0, now: now) == nil {
        cache.set(key, hash: 0, value: .empty, now: now)
        cache.changes.removeAll(keepingCapacity: true)
      }
    }
    return Double(cache.statistics.misses) / Double(trace.ids.count)
  }

  private func second(_ seconds: Int64) -> Tick { Tick(microseconds: seconds * 1_000_000) }

  private func store(
    _ key: UInt32, at seconds: Int64, expires: Int64? = nil, in cache: inout Cache
  ) {
    cache.set(
      Symbol(index: key), hash: 0, value: .empty, expiresAt: expires.map(second) ?? .never,
      now: second(seconds))
  }

  private func count(in cache: Cache) -> Int {
    guard case .count(let count)? = cache.inspection(limit: 1).queues.last?.entries.first?.badge
    else { return -1 }
    return count
  }
}

/// Zipf(1.0) over so many keys that a tenth of them is a real cache.
private enum ZipfTrace {
  static let keys = 20_000
  static let capacity = 2_000
  static let trace: BatchTrace = {
    var sums: [Double] = []
    var sum = 0.0
    for rank in 1...keys {
      sum += 1 / Double(rank)
      sums.append(sum)
    }
    var random = SeededRandom(seed: 11)
    let ids = (0..<400_000).map { _ -> UInt32 in
      let draw = random.unit() * sum
      var (low, high) = (0, keys - 1)
      while low < high {
        let middle = (low + high) / 2
        if sums[middle] < draw { low = middle + 1 } else { high = middle }
      }
      return UInt32(low)
    }
    return BatchTrace(ids: ids)
  }()
}
