import CacheEngine

/// What the catalog says of one generated trace, and how to make it.
public struct LabWorkload: Sendable {
  public let name: String
  public let summary: String
  /// What may be chosen, with what holds otherwise.
  public let example: String
  /// Makes the keys of all requests.
  let make: @Sendable (WorkloadWords, _ ids: inout [UInt64]) throws(WorkloadProblem) -> Void

  /// Every workload, in alphabetical order.
  public static let all: [LabWorkload] = [loop, scans, uniform, zipf]

  /// The trace that the words describe.
  ///
  /// - Parameters:
  ///   - size: the size of every entry; nil makes a trace without sizes.
  ///   - most: how many of its requests are kept.
  public static func trace(
    _ text: String, sampling: Sampling = .all, size: UInt32? = nil, most: Int = TraceBuilder.limit
  ) throws(WorkloadProblem) -> LabTrace {
    let words = try WorkloadWords(text)
    guard let workload = all.first(where: { $0.name == words.name }) else {
      throw .unknown(words.name, known: all.map(\.name))
    }
    try words.check(known)
    var keys: [UInt64] = []
    try workload.make(words, &keys)
    var builder = TraceBuilder(sampling: sampling, fixedSize: size, most: most)
    builder.reserve(keys.count)
    builder.add(most < keys.count ? Array(keys.prefix(most)) : keys)
    return builder.trace(name: text)
  }

  private static let known = ["keys", "requests", "seed", "skew"]
  private static let requests = 1...1_000_000_000
  private static let keys = 1...1_000_000_000

  private static func keys(_ words: WorkloadWords) throws(WorkloadProblem) -> Int {
    try words.number("keys", keys, else: 1_000_000)
  }

  private static func requests(_ words: WorkloadWords) throws(WorkloadProblem) -> Int {
    try words.number("requests", requests, else: 10_000_000)
  }

  private static func random(_ words: WorkloadWords) throws(WorkloadProblem) -> SeededRandom {
    SeededRandom(
      seed: UInt64(try words.number("seed", 0...Int.max, else: 1)), stream: "lab workload")
  }

  private static func sampler(_ words: WorkloadWords) throws(WorkloadProblem) -> ZipfSampler {
    ZipfSampler(keys: try keys(words), skew: try words.decimal("skew", 0...4, else: 1))
  }

  // MARK: the workloads

  private static let zipf = LabWorkload(
    name: "zipf", summary: "few keys take most requests: rank k in proportion to 1 ÷ k^skew",
    example: "zipf:keys=1M,requests=10M,skew=1",
    make: { words, ids throws(WorkloadProblem) in
      let sampler = try sampler(words)
      var random = try random(words)
      fill(try requests(words), &ids) { _ in UInt64(sampler.next(&random)) }
    })

  private static let uniform = LabWorkload(
    name: "uniform", summary: "every key as often as every other",
    example: "uniform:keys=1M,requests=10M",
    make: { words, ids throws(WorkloadProblem) in
      let keys = try keys(words)
      var random = try random(words)
      fill(try requests(words), &ids) { _ in UInt64(random.below(keys)) }
    })

  private static let loop = LabWorkload(
    name: "loop", summary: "all keys in turn, again and again",
    example: "loop:keys=1M,requests=10M",
    make: { words, ids throws(WorkloadProblem) in
      let keys = try keys(words)
      fill(try requests(words), &ids) { UInt64($0 % keys) }
    })

  /// A scan of a tenth as many strangers as there are keys, after every ten times as many requests.
  private static let scans = LabWorkload(
    name: "scans", summary: "zipf, and now and then a scan of keys that nobody asks for again",
    example: "scans:keys=1M,requests=10M,skew=1",
    make: { words, ids throws(WorkloadProblem) in
      let keys = try keys(words)
      let sampler = try sampler(words)
      var random = try random(words)
      let scan = max(1, keys / 10)
      var stranger = UInt64(keys)
      fill(try requests(words), &ids) { index in
        guard index % (scan * 10) >= scan * 9 else { return UInt64(sampler.next(&random)) }
        stranger += 1
        return stranger
      }
    })

  @inline(__always)
  private static func fill(_ count: Int, _ ids: inout [UInt64], _ key: (Int) -> UInt64) {
    ids = [UInt64](unsafeUninitializedCapacity: count) { ids, filled in
      for index in 0..<count { ids[index] = key(index) }
      filled = count
    }
  }
}
