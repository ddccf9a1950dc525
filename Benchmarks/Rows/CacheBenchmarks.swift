import CacheEngine

/// Every policy through a whole `Cache`, cache-aside: a get, and after a miss a set.
enum CacheBenchmarks {
  static var all: [Benchmark] {
    PolicyCatalog.all.map { row in
      Benchmark("cache \(row.name) 20000", unit: "request") {
        let ids = Array(ZipfTrace.requests.prefix(500_000))
        return Benchmark.Work(operations: ids.count) { play(row.name, ids, expiresAfter: nil) }
      }
    } + [
      Benchmark("cache lru 20000, all with an expiry", unit: "request") {
        let ids = Array(ZipfTrace.requests.prefix(500_000))
        return Benchmark.Work(operations: ids.count) { play("lru", ids, expiresAfter: 100_000) }
      },
      Benchmark("copy of a cache of 100000, with one write", unit: "copy") {
        var cache = Cache(policy: "lru", capacity: 100_000)
        for id in UInt32(0)..<100_000 {
          cache.set(Symbol(index: id), hash: 0, value: .empty, now: .zero)
        }
        cache.changes.removeAll()
        return Benchmark.Work(operations: 20) {
          (0..<20).reduce(0) { sum, _ in
            var copy = cache
            copy.touch(Symbol(index: 7), now: .zero)
            return sum + copy.count
          }
        }
      },
    ]
  }

  private static func play(_ policy: String, _ ids: [UInt32], expiresAfter: Int64?) -> Int {
    var cache = Cache(policy: policy, capacity: 20_000)
    for (index, id) in ids.enumerated() {
      let key = Symbol(index: id)
      let now = Tick(microseconds: Int64(index))
      if cache.get(key, hash: UInt64(id), now: now) == nil {
        cache.set(
          key, hash: UInt64(id), value: key,
          expiresAt: expiresAfter.map { now.advanced(by: $0) } ?? .never, now: now)
        cache.changes.removeAll(keepingCapacity: true)
      }
    }
    return cache.statistics.misses
  }
}
