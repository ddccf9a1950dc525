import CacheEngine

/// Policies × capacities on one trace: which runs there are, and what one of them comes to.
public struct Study: Sendable {
  public let prepared: PreparedTrace
  public let contenders: [Contender]
  /// In entries or bytes, in the order in which they were asked for.
  public let capacities: [Int]
  public let seed: UInt64

  /// One run.
  public struct Job: Hashable, Sendable {
    /// A place in `contenders`; nil is the run of the bound.
    public let contender: Int?
    /// A place in `capacities`.
    public let capacity: Int

    public init(contender: Int?, capacity: Int) {
      self.contender = contender
      self.capacity = capacity
    }
  }

  public init(
    _ prepared: PreparedTrace, contenders: [Contender], capacities: [Int], seed: UInt64 = 1
  ) {
    self.prepared = prepared
    self.contenders = contenders
    self.capacities = capacities
    self.seed = seed
  }

  /// All runs, capacity by capacity; the bound of a capacity comes before its policies.
  public var jobs: [Job] {
    capacities.indices.flatMap { capacity in
      [Job(contender: nil, capacity: capacity)]
        + contenders.indices.map { Job(contender: $0, capacity: capacity) }
    }
  }

  /// What a capacity is for the keys of the sample; at least one.
  public func scaled(_ capacity: Int) -> Int {
    let sampling = prepared.trace.sampling
    guard !sampling.isAll, capacity > 0 else { return capacity }
    return max(1, Int(Double(capacity) * sampling.rate + 0.5))
  }

  /// Does one run; O(requests).
  public func run(_ job: Job) -> BatchResult {
    let contender = job.contender.map { contenders[$0] } ?? .bound
    return contender.simulate(prepared, scaled(capacities[job.capacity]), seed)
  }

  /// Misses ÷ requests.
  ///
  /// Of a sample the misses are divided by the requests that such a sample has on average: whether
  /// a very popular key is among the sampled ones then does not matter, since it hits anyway
  /// (Waldspurger et al., FAST '15, section 3.4).
  public func missRatio(of result: BatchResult) -> Double {
    let trace = prepared.trace
    guard !trace.sampling.isAll else { return result.missRatio }
    let expected = Double(trace.requestsRead) * trace.sampling.rate
    return expected == 0 ? 0 : min(1, Double(result.misses) / expected)
  }
}
