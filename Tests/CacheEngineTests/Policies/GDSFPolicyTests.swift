import CacheEngine
import Testing

@Suite struct GDSFPolicyTests {
  @Test func `of equally popular entries the largest leaves`() {
    var cache = Cache(policy: "gdsf", capacity: 100, budget: .bytes)
    for (key, weight) in [(1, 10), (2, 60), (3, 20)] as [(UInt32, Int)] {
      cache.set(Symbol(index: key), hash: 0, value: .empty, weight: weight, now: .zero)
    }
    #expect(cache.nextVictim(now: .zero)?.key == Symbol(index: 2))
    for _ in 0..<9 { _ = cache.get(Symbol(index: 2), hash: 0, now: .zero) }
    #expect(cache.nextVictim(now: .zero)?.key == Symbol(index: 3))
    #expect(
      cache.nextVictim(now: .zero)?.reason == .leastWorth(thousandths: 50, among: 3))
  }

  @Test func `what is dear to load stays`() {
    var cache = Cache(policy: "gdsf", capacity: 2)
    cache.set(Symbol(index: 1), hash: 0, value: .empty, cost: 5_000, now: .zero)
    cache.set(Symbol(index: 2), hash: 0, value: .empty, cost: 100, now: .zero)
    #expect(cache.nextVictim(now: .zero)?.key == Symbol(index: 2))
  }

  @Test func `with equal sizes and costs it is LFU with ageing`() {
    var random = SeededRandom(seed: 3)
    let trace = BatchTrace(ids: (0..<5_000).map { _ in UInt32(random.below(1 + random.below(90))) })
    for capacity in [5, 20, 50] {
      let misses = ["gdsf", "lfuda"].map { PolicyCatalog.find($0)?.simulate(trace, capacity, 0) }
      #expect(misses[0] == misses[1])
    }
  }

  @Test func `it misses fewer requests than LRU where sizes differ`() throws {
    let golden = GoldenTrace.sized
    let gdsf = try #require(PolicyCatalog.find("gdsf")).simulate(golden, 1_048_576, 0)
    let lru = try #require(PolicyCatalog.find("lru")).simulate(golden, 1_048_576, 0)
    #expect(gdsf.misses < lru.misses * 9 / 10)
  }
}
