import CacheEngine
import Testing

@Suite struct BatchTraceTests {
  @Test func `keys are renamed in order of first appearance`() {
    let trace = BatchTrace(renaming: [900, 7, 900, .max, 0, 7])
    #expect(trace.ids == [0, 1, 0, 2, 3, 1])
    #expect(trace.universe == 4)
    #expect(trace.weights.isEmpty)
  }

  @Test func `names make no difference to the misses, through every growth of the table`() throws {
    var random = SeededRandom(seed: 2)
    let ids = (0..<5_000).map { _ in UInt32(random.below(1 + random.below(2_000))) }
    let plain = BatchTrace(ids: ids)
    let renamed = BatchTrace(renaming: ids.map { StableHash.scatter(UInt64($0)) })
    let lru = try #require(PolicyCatalog.find("lru"))
    #expect(renamed.universe == Set(ids).count)
    for capacity in [1, 10, 100, 1_000] {
      #expect(lru.simulate(plain, capacity, 0) == lru.simulate(renamed, capacity, 0))
    }
  }

  @Test(arguments: PolicyCatalog.all)
  func `what never fits always misses, and an empty trace asks for nothing`(row: PolicyRow) {
    let heavy = BatchTrace(ids: [0, 0, 1, 0], weights: [9, 9, 3, 9])
    let result = row.simulate(heavy, 5, 0)
    #expect(result.misses == 4)
    #expect(result.weight == 30 && result.missWeight == 30)
    #expect(row.simulate(BatchTrace(ids: [1, 1, 1]), 0, 0).misses == 3)
    #expect(row.simulate(BatchTrace(ids: []), 5, 0).missRatio == 0)
  }

  @Test func `a hit never changes the stored weight`() {
    // Key 0 came with weight 2; its later hits say 4, which would drive key 1 out.
    let trace = BatchTrace(ids: [0, 1, 0, 1, 0], weights: [2, 3, 4, 3, 4])
    #expect(PolicyCatalog.find("lru")?.simulate(trace, 5, 0).misses == 2)
  }
}
