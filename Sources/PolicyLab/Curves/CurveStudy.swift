import CacheEngine

// Curves of several policies.
//
//     LRU, entries      all capacities in one pass over everything: exact
//     the others        a run a capacity, on a sample of the keys
//
// The sample is as large as need be for curves of a tenth of a point or so, and the error is not
// believed but measured: the same sample gives a curve of LRU too, and that of LRU is known.
// Where the trace itself is a sample already, or sizes count, nothing exact is known; then the keys
// are dealt into parts, and how much the parts differ says how much the whole may be off.

/// The runs that curves are made of.
public struct CurveStudy: Sendable {
  /// Every request there is.
  public let whole: PreparedTrace
  /// The requests for a part of the keys, for policies that have to be run again and again.
  public let sample: PreparedTrace
  public let contenders: [Contender]
  /// In entries or bytes of the whole, rising.
  public let capacities: [Int]
  public let seed: UInt64

  /// One piece of work.
  public enum Job: Hashable, Sendable {
    /// All capacities of LRU, over everything.
    case distances
    /// All capacities of LRU, over the sample: to see how far that is off.
    case sampledDistances
    /// LRU on part `part` of the keys.
    case part(Int)
    /// One policy at one capacity, on the sample.
    case run(contender: Int, capacity: Int)
  }

  /// What came out of it: a miss ratio for each capacity, or a single one.
  public typealias Outcome = [Double]

  /// The keys are dealt into so many parts to see how far a sample is off.
  public static let parts = 4
  /// A sample has about so many keys.
  public static let sampleKeys = 65_536

  /// - Parameter isExact: whether even the policies that are run see every request.
  public init(
    _ trace: LabTrace, by unit: CapacityUnit, contenders: [Contender], points: Int,
    isExact: Bool, seed: UInt64 = 1
  ) {
    whole = PreparedTrace(trace, by: unit)
    let rate = Double(CurveStudy.sampleKeys) / Double(max(1, trace.keys))
    sample =
      isExact || rate >= 0.75 ? whole : PreparedTrace(trace.sampled(rate: rate), by: unit)
    self.contenders = contenders
    self.seed = seed
    let all = Double(unit == .bytes ? trace.keyBytes : trace.keys) / trace.sampling.rate
    capacities = CapacityGrid.capacities(upTo: Int(all), count: points)
  }

  /// Whether the policies that are run see every request of the trace.
  public var isExact: Bool { sample.trace.sampling == whole.trace.sampling }

  public var jobs: [Job] {
    var jobs: [Job] = whole.unit == .entries ? [.distances] : []
    if isJudgedByParts { jobs += (0..<CurveStudy.parts).map { .part($0) } }
    for contender in contenders.indices where !isLRU(contender) {
      jobs += capacities.indices.map { .run(contender: contender, capacity: $0) }
    }
    let isSampled = !isExact && !contenders.indices.allSatisfy(isLRU)
    if isSampled, whole.unit == .entries, whole.trace.sampling.isAll {
      jobs.append(.sampledDistances)
    }
    return jobs
  }

  /// Whether nothing exact tells how far the sample is off, so that its own parts must.
  ///
  /// LRU in bytes has no exact curve: an entry that is too large for one cache is in the next.
  public var isJudgedByParts: Bool {
    !whole.trace.sampling.isAll || whole.unit == .bytes && !isExact
  }

  /// LRU has a way of its own, in entries.
  private func isLRU(_ contender: Int) -> Bool {
    whole.unit == .entries && contenders[contender].name == "lru"
  }

  /// Does one piece of work.
  public func run(_ job: Job) -> Outcome {
    switch job {
    case .distances: return lru(whole.trace)
    case .sampledDistances: return lru(sample.trace)
    case .part(let part): return judged(part)
    case .run(let contender, let capacity):
      let study = Study(
        sample, contenders: contenders, capacities: capacities, seed: seed)
      let result = study.run(Study.Job(contender: contender, capacity: capacity))
      return [study.missRatio(of: result)]
    }
  }

  /// The exact curve of LRU over the requests of a trace, scaled by how it was sampled.
  private func lru(_ trace: LabTrace) -> [Double] {
    let rate = trace.sampling.rate
    let scaled = capacities.map { max(1, Int(Double($0) * rate + 0.5)) }
    let expected = Double(trace.requestsRead) * rate
    return StackDistances(trace).misses(at: scaled).map { min(1, Double($0) / expected) }
  }

  /// The curve of LRU over one part of the keys.
  private func judged(_ part: Int) -> [Double] {
    guard whole.unit == .bytes else { return lru(whole.trace.part(part, of: CurveStudy.parts)) }
    let trace = sample.trace.part(part, of: CurveStudy.parts)
    let lru = Contender.find("lru").map { [$0] } ?? []
    let study = Study(PreparedTrace(trace, by: .bytes), contenders: lru, capacities: capacities)
    return capacities.indices.map { capacity in
      study.missRatio(of: study.run(Study.Job(contender: 0, capacity: capacity)))
    }
  }

  /// Puts the curves together; policies with a run that was not done are left out.
  public func curves(_ outcomes: [Outcome?]) -> [MissRatioCurve] {
    var found: [Job: Outcome] = [:]
    for (job, outcome) in zip(jobs, outcomes) { found[job] = outcome }
    return contenders.indices.compactMap { contender in
      let ratios: [Double]
      if isLRU(contender) {
        guard let all = found[.distances] else { return nil }
        ratios = all
      } else {
        let runs = capacities.indices.map { found[.run(contender: contender, capacity: $0)]?.first }
        ratios = runs.compactMap { $0 }
        guard ratios.count == capacities.count else { return nil }
      }
      let isExact = whole.trace.sampling.isAll && (isLRU(contender) || self.isExact)
      return MissRatioCurve(
        policy: contenders[contender].name,
        points: zip(capacities, ratios).map { .init(capacity: $0, missRatio: $1) },
        isExact: isExact)
    }
  }

  /// How far a sampled curve may be off, as a ratio; nil when nothing was sampled or measured.
  public func error(_ outcomes: [Outcome?]) -> Double? {
    var found: [Job: Outcome] = [:]
    for (job, outcome) in zip(jobs, outcomes) { found[job] = outcome }
    guard isJudgedByParts else {
      guard let exact = found[.distances], let sampled = found[.sampledDistances] else {
        return nil
      }
      return zip(exact, sampled).map { abs($0 - $1) }.max()
    }
    let parts = (0..<CurveStudy.parts).compactMap { found[.part($0)] }
    guard parts.count == CurveStudy.parts else { return nil }
    // Two standard errors of the mean of the parts, at the worst capacity.
    let errors = capacities.indices.map { place -> Double in
      let values = parts.map { $0[place] }
      let mean = values.reduce(0, +) / Double(values.count)
      let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
      let count = Double(values.count)
      return 2 * (squares / (count - 1) / count).squareRoot()
    }
    return errors.max()
  }
}
