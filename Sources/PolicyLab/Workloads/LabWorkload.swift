import CacheEngine

/// What the catalog says of one generated trace, and how to make it.
public struct LabWorkload: Sendable {
  public let name: String
  public let summary: String
  /// What may be chosen, with what holds otherwise.
  public let example: String
  /// Makes the keys of all requests, a piece at a time, for as long as somebody takes them; what
  /// must be there before the first of them is made until `isStopped`.
  let make:
    @Sendable (WorkloadWords, _ isStopped: () -> Bool, _ take: Taker) throws(WorkloadProblem) ->
      Void

  /// Takes the keys of some requests, and says whether more are wanted.
  typealias Taker = ([UInt64]) -> Bool

  /// Every workload, in alphabetical order.
  public static let all: [LabWorkload] = [loop, scans, uniform, zipf]

  /// The trace that the words describe.
  ///
  /// - Parameters:
  ///   - size: the size of every entry; nil makes a trace without sizes.
  ///   - most: how many of its requests are kept.
  ///   - isStopped: asked before each piece; once it is true, the trace is what there is by then.
  ///   - report: told how many requests there are, after each piece.
  public static func trace(
    _ text: String, sampling: Sampling = .all, size: UInt32? = nil,
    most: Int = TraceBuilder.limit, isStopped: () -> Bool = { false },
    report: (_ requests: Int) -> Void = { _ in }
  ) throws(WorkloadProblem) -> LabTrace {
    let words = try WorkloadWords(text)
    let workload = try find(words)
    var builder = TraceBuilder(sampling: sampling, fixedSize: size, most: most)
    if sampling.isAll { builder.reserve(try requests(words)) }
    try workload.make(words, isStopped) { keys in
      builder.add(keys)
      report(builder.requestsRead)
      return !builder.isFull && !isStopped()
    }
    return builder.trace(name: text)
  }

  /// How many requests and keys the words describe.
  public static func extent(
    of text: String
  ) throws(WorkloadProblem) -> (requests: Int, keys: Int) {
    let words = try WorkloadWords(text)
    _ = try find(words)
    return (try requests(words), try keys(words))
  }

  private static func find(_ words: WorkloadWords) throws(WorkloadProblem) -> LabWorkload {
    guard let workload = all.first(where: { $0.name == words.name }) else {
      throw .unknown(words.name, known: all.map(\.name))
    }
    try words.check(known)
    return workload
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

  private static func sampler(
    _ words: WorkloadWords, _ isStopped: () -> Bool
  ) throws(WorkloadProblem) -> ZipfSampler? {
    ZipfSampler(
      keys: try keys(words), skew: try words.decimal("skew", 0...4, else: 1),
      isStopped: isStopped)
  }

  // MARK: the workloads

  private static let zipf = LabWorkload(
    name: "zipf", summary: "few keys take most requests: rank k in proportion to 1 ÷ k^skew",
    example: "zipf:keys=1M,requests=10M,skew=1",
    make: { words, isStopped, take throws(WorkloadProblem) in
      guard let sampler = try sampler(words, isStopped) else { return }
      var random = try random(words)
      fill(try requests(words), take) { _ in UInt64(sampler.next(&random)) }
    })

  private static let uniform = LabWorkload(
    name: "uniform", summary: "every key as often as every other",
    example: "uniform:keys=1M,requests=10M",
    make: { words, _, take throws(WorkloadProblem) in
      let keys = try keys(words)
      var random = try random(words)
      fill(try requests(words), take) { _ in UInt64(random.below(keys)) }
    })

  private static let loop = LabWorkload(
    name: "loop", summary: "all keys in turn, again and again",
    example: "loop:keys=1M,requests=10M",
    make: { words, _, take throws(WorkloadProblem) in
      let keys = try keys(words)
      fill(try requests(words), take) { UInt64($0 % keys) }
    })

  /// A scan of a tenth as many strangers as there are keys, after every ten times as many requests.
  private static let scans = LabWorkload(
    name: "scans", summary: "zipf, and now and then a scan of keys that nobody asks for again",
    example: "scans:keys=1M,requests=10M,skew=1",
    make: { words, isStopped, take throws(WorkloadProblem) in
      let keys = try keys(words)
      guard let sampler = try sampler(words, isStopped) else { return }
      var random = try random(words)
      let scan = max(1, keys / 10)
      var stranger = UInt64(keys)
      fill(try requests(words), take) { index in
        guard index % (scan * 10) >= scan * 9 else { return UInt64(sampler.next(&random)) }
        stranger += 1
        return stranger
      }
    })

  /// Small enough to stay near to the processor, and for nobody to wait for the end of one.
  private static let piece = 1 << 16

  @inline(__always)
  private static func fill(_ count: Int, _ take: Taker, _ key: (Int) -> UInt64) {
    var start = 0
    var isWanted = true
    while start < count, isWanted {
      let length = min(piece, count - start)
      let keys = [UInt64](unsafeUninitializedCapacity: length) { keys, filled in
        for index in 0..<length { keys[index] = key(start + index) }
        filled = length
      }
      isWanted = take(keys)
      start += length
    }
  }
}
