import CacheEngine
import Testing

/// Exact miss counts of the most used public simulator, under the rules that this engine states.
@Suite struct GoldenCountTests {
  struct Golden: Sendable, CustomTestStringConvertible {
    var policy: String
    var capacity: Int
    var misses: Int
    var missBytes: Int?
    var testDescription: String { "\(policy) \(capacity)" }
  }

  static func table(_ name: String) -> [Golden] {
    let rows = (try? Fixture.rows(name)) ?? []
    return rows.compactMap { row in
      guard PolicyCatalog.find(row[1]) != nil else { return nil }
      guard let capacity = Int(row[2]), let misses = Int(row[4]) else { return nil }
      return Golden(
        policy: row[1], capacity: capacity, misses: misses,
        missBytes: row.count > 5 ? Int(row[5]) : nil)
    }
  }

  static let unit = table("policies-unit.csv")
  static let bytes = table("policies-bytes.csv")

  @Test func `the golden tables speak of every classic policy`() {
    for policy in ["fifo", "lfu", "lru", "clock", "sieve", "s3fifo", "twoq", "arc"] {
      #expect(GoldenCountTests.unit.count { $0.policy == policy } == 3)
      #expect(GoldenCountTests.bytes.count { $0.policy == policy } == 3)
    }
  }

  @Test(arguments: unit) func `the batch driver misses as often`(golden: Golden) throws {
    let row = try #require(PolicyCatalog.find(golden.policy))
    let result = row.simulate(GoldenTrace.mixed, golden.capacity, 1)
    #expect(result.requests == 129_000)
    #expect(result.misses == golden.misses)
  }

  @Test(arguments: bytes) func `the batch driver misses as many bytes`(golden: Golden) throws {
    let row = try #require(PolicyCatalog.find(golden.policy))
    let result = row.simulate(GoldenTrace.sized, golden.capacity, 1)
    #expect(result.requests == 129_000)
    #expect(result.misses == golden.misses)
    #expect(result.missWeight == golden.missBytes)
  }

  @Test(arguments: unit) func `a cache of entries misses as often`(golden: Golden) {
    let cache = play(GoldenTrace.mixed, golden, budget: .entries)
    #expect(cache.statistics.misses == golden.misses)
    #expect(cache.statistics.hits == 129_000 - golden.misses)
  }

  @Test(arguments: bytes) func `a cache of bytes misses as often`(golden: Golden) {
    let cache = play(GoldenTrace.sized, golden, budget: .bytes)
    #expect(cache.statistics.misses == golden.misses)
  }

  private func play(_ trace: BatchTrace, _ golden: Golden, budget: Budget) -> Cache {
    var cache = Cache(policy: golden.policy, capacity: golden.capacity, budget: budget)
    for (index, id) in trace.ids.enumerated() {
      let key = Symbol(index: id + 1)
      let now = Tick(microseconds: Int64(index))
      if cache.get(key, hash: 0, now: now) == nil {
        let weight = trace.weights.isEmpty ? 1 : Int(trace.weights[index])
        cache.set(key, hash: 0, value: key, weight: weight, now: now)
        cache.changes.removeAll(keepingCapacity: true)
      }
    }
    cache.checkInvariants()
    return cache
  }
}
