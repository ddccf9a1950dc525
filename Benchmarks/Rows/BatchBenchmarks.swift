import CacheEngine

/// Every policy through the batch driver, at two capacities, and with sizes in bytes.
enum BatchBenchmarks {
  static var all: [Benchmark] {
    PolicyCatalog.all.flatMap { row in
      [2_000, 20_000].map { capacity in
        Benchmark("batch \(row.name) \(capacity)", unit: "request") {
          let trace = BatchTrace(ids: ZipfTrace.requests)
          return Benchmark.Work(operations: trace.ids.count) {
            row.simulate(trace, capacity, 1).misses
          }
        }
      } + [
        Benchmark("batch \(row.name) 10 MB", unit: "request") {
          let weights = ZipfTrace.requests.map { 64 + $0 % 1_000 }
          let trace = BatchTrace(ids: ZipfTrace.requests, weights: weights)
          return Benchmark.Work(operations: trace.ids.count) {
            row.simulate(trace, 10_000_000, 1).misses
          }
        }
      ]
    }
  }

  /// What the more elaborate ones may cost beside LRU: they earn it only by missing less.
  static let ratios: [Ratio] =
    ["2q", "arc", "lfu", "s3-fifo", "slru"].map { ratio(of: $0, budget: 4) }
    + ["lirs", "sampled-lfu", "sampled-lru", "w-tinylfu"].map { ratio(of: $0, budget: 8) }

  private static func ratio(of policy: String, budget: Double) -> Ratio {
    Ratio(
      name: "batch: \(policy), at what LRU costs", dividend: "batch \(policy) 20000",
      divisor: "batch lru 20000", budget: budget)
  }
}
