import CacheEngine

/// Who owns a key, on a ring of 100 nodes with 150 points each and on the others.
enum PlacementBenchmarks {
  static var all: [Benchmark] {
    PlacementCatalog.all.map { row in
      Benchmark("owner \(row.name) 100 × 150", unit: "look-up", budget: 100) {
        let placement = hundred(row.name)
        var random = SeededRandom(seed: 1)
        let hashes = (0..<1_000_000).map { _ in UInt32(truncatingIfNeeded: random.next()) }
        return Benchmark.Work(operations: hashes.count) {
          hashes.reduce(0) { $0 &+ (placement.owner(of: $1) ?? 0) }
        }
      }
    } + [
      Benchmark("ring 100 × 150 made anew", unit: "ring") {
        Benchmark.Work(operations: 1) { hundred("ring").points.count }
      },
      Benchmark("placement hash of a key", unit: "key") {
        let keys = (0..<100_000).map { "city:\($0)" }
        return Benchmark.Work(operations: keys.count) {
          keys.reduce(0) { $0 &+ Int(PlacementHash.of($1)) }
        }
      },
    ]
  }

  private static func hundred(_ scheme: String) -> Placement {
    Placement(
      scheme: scheme, vnodes: 150,
      members: (0..<100).map { PlacementMember(id: $0, label: "node-\($0)") })
  }
}
