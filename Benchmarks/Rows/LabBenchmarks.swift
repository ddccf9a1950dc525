import CLoops
import CacheEngine
import PolicyLab

/// The laboratory: reading, renaming, curves, OPT, and the policies beside plain loops in C.
enum LabBenchmarks {
  static var all: [Benchmark] { reading + curves + loops + flat }

  /// The same trace for both, so that only the code differs.
  static var ratios: [Ratio] {
    ["clock", "fifo", "lru", "sieve"].map { name in
      Ratio(
        name: "\(name): ours ÷ plain C", dividend: "lab \(name)", divisor: "plain C \(name)",
        budget: 1.5)
    } + [
      Ratio(
        name: "opt, at what LRU costs", dividend: "lab opt", divisor: "lab lru", budget: 8)
    ]
      + ["lru", "s3-fifo"].map { name in
        Ratio(
          name: "\(name): a request of 10⁸ ÷ one of 10⁵", dividend: "lab \(name) of 100000000",
          divisor: "lab \(name) of 100000", budget: 2)
      }
  }

  private static let capacity = 20_000

  private static func trace() -> LabTrace {
    LabTrace(name: "zipf", renaming: ZipfTrace.requests.map { UInt64($0) &* 7_919 })
  }

  private static var reading: [Benchmark] {
    [
      Benchmark("lab rename ids", unit: "request", budget: 25) {
        let keys = ZipfTrace.requests.map { UInt64($0) &* 7_919 }
        return Benchmark.Work(operations: keys.count) {
          LabTrace(name: "zipf", renaming: keys).keys
        }
      },
      Benchmark("lab parse ids", unit: "line", budget: 20) {
        let bytes = Array(ZipfTrace.requests.map { "\($0)\n" }.joined().utf8)
        return Benchmark.Work(operations: ZipfTrace.requests.count) { parsed(bytes, "ids") }
      },
      Benchmark("lab parse csv", unit: "line", budget: 65) {
        let lines = ZipfTrace.requests.map { "\($0 % 1_000),\($0),\($0 % 5_000)\n" }
        let bytes = Array(("time,key,size\n" + lines.joined()).utf8)
        return Benchmark.Work(operations: lines.count) { parsed(bytes, "csv") }
      },
    ]
  }

  /// The requests in the bytes.
  private static func parsed(_ bytes: [UInt8], _ format: String) -> Int {
    guard var parser = FormatCatalog.standard.find(format)?.make(FormatOptions()) else { return 0 }
    var batch = RequestBatch()
    var requests = 0
    bytes.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
        guard let count = try? parser.parse(rest, isLast: true, into: &batch) else { return }
        start += count
        requests += batch.count
        batch.removeAll()
      }
    }
    return requests
  }

  private static var curves: [Benchmark] {
    [
      Benchmark("lab curve of lru, all capacities", unit: "request", budget: 150) {
        let trace = trace()
        return Benchmark.Work(operations: trace.requests) { StackDistances(trace).first }
      },
      Benchmark("lab opt", unit: "request") {
        let prepared = PreparedTrace(trace(), by: .entries)
        return Benchmark.Work(operations: prepared.trace.requests) {
          prepared.optimal.simulate(capacity: capacity, bypasses: true).misses
        }
      },
    ]
  }

  private static var loops: [Benchmark] {
    let plain: [(String, @Sendable (BatchTrace) -> Int)] = [
      ("clock", { cloops_clock($0.ids, $0.ids.count, UInt32($0.universe), UInt32(capacity)) }),
      ("fifo", { cloops_fifo($0.ids, $0.ids.count, UInt32($0.universe), UInt32(capacity)) }),
      ("lru", { cloops_lru($0.ids, $0.ids.count, UInt32($0.universe), UInt32(capacity)) }),
      ("sieve", { cloops_sieve($0.ids, $0.ids.count, UInt32($0.universe), UInt32(capacity)) }),
    ]
    return plain.flatMap { name, loop in
      [
        Benchmark("lab \(name)", unit: "request") {
          let batch = trace().batch(by: .entries)
          let row = PolicyCatalog.find(name)
          return Benchmark.Work(operations: batch.ids.count) {
            row?.simulate(batch, capacity, 1).misses ?? 0
          }
        },
        Benchmark("plain C \(name)", unit: "request") {
          let batch = trace().batch(by: .entries)
          return Benchmark.Work(operations: batch.ids.count) { loop(batch) }
        },
      ]
    }
  }

  /// As many keys in each: what a request costs must not grow with the trace.
  private static var flat: [Benchmark] {
    [100_000, 1_000_000, 10_000_000, 100_000_000].flatMap { requests in
      ["lru", "s3-fifo"].map { name in
        Benchmark("lab \(name) of \(requests)", unit: "request") {
          let words = "zipf:keys=50k,requests=\(requests)"
          guard let trace = try? LabWorkload.trace(words), let row = PolicyCatalog.find(name) else {
            return Benchmark.Work(operations: 1) { 0 }
          }
          let batch = trace.batch(by: .entries)
          return Benchmark.Work(operations: requests) { row.simulate(batch, 5_000, 1).misses }
        }
      }
    }
  }
}
