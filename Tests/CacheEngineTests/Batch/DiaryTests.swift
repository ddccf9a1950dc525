import Testing

@testable import CacheEngine

/// Some policies have a second form for batches; it decides as the first does, to the last miss.
@Suite struct DiaryTests {
  static let rows = PolicyCatalog.all.filter(\.hasDiary)

  @Test func `those of which most runs are made have a diary`() {
    let names = [
      "2q", "arc", "clock", "fifo", "lfu", "lirs", "lru", "s3-fifo", "sampled-lfu",
      "sampled-lru", "sieve", "slru", "w-tinylfu",
    ]
    #expect(Set(DiaryTests.rows.map(\.name)).isSuperset(of: names))
  }

  @Test(arguments: rows)
  func `it misses and evicts as the policy does, at every small capacity`(row: PolicyRow) {
    for seed in UInt64(0)..<4 {
      var trace = BatchTrace(ids: DiaryTests.requests(1_000, seed: seed))
      trace.pace = DiaryTests.paces[Int(seed)]
      for capacity in [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 13, 20, 33, 50, 100, 150, 300] {
        #expect(
          row.simulate(trace, capacity, seed) == driven(row, trace, capacity, seed),
          "seed \(seed), capacity \(capacity)")
      }
    }
  }

  @Test(arguments: rows)
  func `sizes, and nothing at all, are left to the policy`(row: PolicyRow) {
    #expect(DiaryDriver.takes(BatchTrace(ids: [1, 2, 1]), capacity: 1))
    #expect(!DiaryDriver.takes(BatchTrace(ids: [1, 2, 1], weights: [1, 1, 1]), capacity: 1))
    #expect(!DiaryDriver.takes(BatchTrace(ids: [1, 2, 1]), capacity: 0))
    #expect(row.simulate(BatchTrace(ids: []), 3, 1) == BatchResult())
  }

  /// From one second for all of it to clocks of 16 and 24 bits that go round.
  private static let paces: [Int64] = [1_000, 300_000, 70_000_000, 40_000_000_000]

  /// The same run by the policy itself.
  private func driven(
    _ row: PolicyRow, _ trace: BatchTrace, _ capacity: Int, _ seed: UInt64
  ) -> BatchResult {
    func run(_ policy: some EvictionPolicy) -> BatchResult {
      BatchDriver.run(policy, trace: trace, capacity: capacity)
    }
    return run(row.make(capacity, seed))
  }

  /// Favourites that change, with loops and strangers between them.
  private static func requests(_ count: Int, seed: UInt64) -> [UInt32] {
    var random = SeededRandom(seed: seed)
    let keys = 2 + random.below(250)
    var requests: [UInt32] = []
    var first = 0
    while requests.count < count {
      switch random.below(60) {
      case 0: first = random.below(keys)
      case 1: requests += (0..<random.below(40)).map { UInt32((first + $0) % keys) }
      case 2: requests += (0..<random.below(9)).map { _ in UInt32(random.below(keys)) }
      default: requests.append(UInt32((first + random.below(1 + random.below(keys))) % keys))
      }
    }
    return requests
  }
}
