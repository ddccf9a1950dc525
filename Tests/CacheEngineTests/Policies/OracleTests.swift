import CacheEngine
import Testing

/// Nobody beats the one who knows the future.
@Suite struct OracleTests {
  @Test func `the oracle misses as often as the golden one`() throws {
    let rows = try Fixture.rows("policies-unit.csv")
    let golden = rows.first { $0[1] == "belady" && $0[2] == "50" }.flatMap { Int($0[4]) }
    #expect(Oracle.misses(GoldenTrace.mixed.ids, capacity: 50, bypass: false) == golden)
  }

  @Test(arguments: PolicyCatalog.all)
  func `no policy misses less than an oracle that may leave newcomers out`(row: PolicyRow) {
    for seed in UInt64(0)..<12 {
      var random = SeededRandom(seed: seed)
      let ids = (0..<600).map { _ in UInt32(random.below(1 + random.below(60))) }
      let trace = BatchTrace(ids: ids)
      for capacity in [1, 2, 3, 5, 10, 25, 60] {
        let least = Oracle.misses(ids, capacity: capacity, bypass: true)
        let misses = row.simulate(trace, capacity, seed).misses
        #expect(misses >= least, "seed \(seed), capacity \(capacity)")
      }
    }
  }

  @Test func `leaving out is worth something, and never costs anything`() {
    var random = SeededRandom(seed: 9)
    let ids = (0..<800).map { _ in UInt32(random.below(1 + random.below(70))) }
    for capacity in [2, 8, 30] {
      #expect(
        Oracle.misses(ids, capacity: capacity, bypass: true)
          < Oracle.misses(ids, capacity: capacity, bypass: false))
    }
  }
}
