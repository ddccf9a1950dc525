import CacheEngine
import Simulation
import Testing

/// Counted latencies say what the whole list of them says.
@Suite struct LatencyCountsTests {
  @Test(arguments: [1, 2, 3]) func `percentiles and sum are those of the list`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed), stream: "latencies")
    var counts = LatencyCounts()
    var list: [Int32] = []
    for _ in 0..<500 {
      let value = Int32(random.below(40)) * 1_000
      counts.add(value)
      list.append(value)
      let sorted = list.sorted()
      for percent in [0, 1, 50, 95, 99, 100] {
        let rank = max(1, (sorted.count * percent + 99) / 100)
        #expect(counts.percentile(percent) == sorted[rank - 1], "seed \(seed)")
      }
    }
    #expect(counts.each == list.sorted())
    #expect(counts.total == 500)
    #expect(counts.sum == list.reduce(0) { $0 + Int64($1) })
    #expect(counts.values.count <= 40)
  }

  @Test func `two counts add up`() {
    var first = LatencyCounts()
    for value: Int32 in [5, 1, 5] { first.add(value) }
    var second = LatencyCounts()
    for value: Int32 in [5, 2] { second.add(value) }
    first.add(second)
    #expect(first.each == [1, 2, 5, 5, 5])
  }

  @Test func `nothing is known of no answers`() {
    #expect(LatencyCounts().percentile(50) == nil)
  }
}
