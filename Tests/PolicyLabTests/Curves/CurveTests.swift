import CacheEngine
import PolicyLab
import Testing

/// Miss-ratio curves against brute force.
@Suite struct CurveTests {
  @Test(arguments: 1...12)
  func `one pass gives the misses of every LRU cache`(seed: Int) throws {
    let keys = [3, 40, 700][seed % 3]
    var random = SeededRandom(seed: UInt64(seed))
    let skewed = (0..<6_000).map { _ in UInt64(min(random.below(keys), random.below(keys))) }
    let trace = LabTrace(name: "random", renaming: skewed)
    let row = try #require(PolicyCatalog.find("lru"))
    let capacities = Array(1...trace.keys + 2)
    let expected = capacities.map { row.simulate(trace.batch(by: .entries), $0, 1).misses }
    #expect(StackDistances(trace).misses(at: capacities) == expected)
  }

  @Test func `one pass gives the golden counts`() throws {
    let misses = StackDistances(try Golden.mixed()).misses(at: [50, 500, 5_000])
    #expect(misses == [109_671, 82_385, 47_865])
  }

  @Test func `curves of all policies are their runs, point by point`() throws {
    let trace = OptimalPolicyTests.random(5, requests: 3_000, keys: 200)
    let study = CurveStudy(
      trace, by: .entries, contenders: Contender.all, points: 8, isExact: true)
    let curves = study.curves(study.jobs.map { study.run($0) })
    #expect(curves.count == Contender.all.count)
    for (curve, contender) in zip(curves, Contender.all) {
      let runs = Study(
        study.whole, contenders: [contender], capacities: curve.points.map(\.capacity))
      for (place, point) in curve.points.enumerated() {
        let result = runs.run(Study.Job(contender: 0, capacity: place))
        #expect(point.missRatio == result.missRatio)
      }
      #expect(curve.isExact)
    }
    let bound = try #require(curves.first { $0.policy == "opt-bypass" })
    for curve in curves {
      for (point, least) in zip(curve.points, bound.points) {
        #expect(point.missRatio >= least.missRatio)
      }
    }
  }

  @Test func `a sample is as far off as is said, for LRU, and about that for others`() throws {
    let trace = try LabWorkload.trace("zipf:keys=150k,requests=400k,skew=0.8")
    let policies = try ["lru", "fifo", "opt"].map { try #require(Contender.find($0)) }
    let study = CurveStudy(trace, by: .entries, contenders: policies, points: 5, isExact: false)
    #expect(!study.isExact)
    let outcomes = study.jobs.map { study.run($0) }
    let error = try #require(study.error(outcomes))
    #expect(error < 0.03)
    let sampled = study.curves(outcomes)
    let exact = CurveStudy(trace, by: .entries, contenders: policies, points: 5, isExact: true)
    let whole = exact.curves(exact.jobs.map { exact.run($0) })
    #expect(sampled[0] == whole[0])
    for (one, other) in zip(sampled, whole) { #expect(one.largestDifference(to: other) < 0.04) }
    #expect(!sampled[1].isExact && whole[1].isExact)
  }

  @Test func `curves in bytes say how far they may be off`() throws {
    let ids = try LabWorkload.trace("zipf:keys=150k,requests=400k,skew=0.8").ids
    let trace = LabTrace(
      name: "sized", renaming: ids.map { UInt64($0) }, sizes: ids.map { 64 + $0 % 1_000 })
    let policies = try ["lru", "fifo"].map { try #require(Contender.find($0)) }
    func curves(isExact: Bool) -> ([MissRatioCurve], Double?) {
      let study = CurveStudy(
        trace, by: .bytes, contenders: policies, points: 4, isExact: isExact)
      let outcomes = study.jobs.map { study.run($0) }
      return (study.curves(outcomes), study.error(outcomes))
    }
    let (exact, none) = curves(isExact: true)
    let (sampled, error) = curves(isExact: false)
    #expect(none == nil && exact.allSatisfy(\.isExact) && !sampled.contains(where: \.isExact))
    let stated = try #require(error)
    #expect(stated > 0 && stated < 0.05)
    for (one, other) in zip(sampled, exact) {
      #expect(one.largestDifference(to: other) <= 2 * stated)
    }
  }

  @Test func `a trace that was sampled while it was read says how far it may be off`() throws {
    let words = "zipf:keys=50k,requests=300k,skew=0.8"
    let whole = try LabWorkload.trace(words)
    let sample = try LabWorkload.trace(words, sampling: Sampling(rate: 0.1))
    let policies = [try #require(Contender.find("lru"))]
    func curve(_ trace: LabTrace) -> (MissRatioCurve, Double?) {
      let study = CurveStudy(
        trace, by: .entries, contenders: policies, points: 12, isExact: false)
      let outcomes = study.jobs.map { study.run($0) }
      return (study.curves(outcomes)[0], study.error(outcomes))
    }
    let (exact, none) = curve(whole)
    let (sampled, error) = curve(sample)
    #expect(none == nil && exact.isExact && !sampled.isExact)
    let stated = try #require(error)
    #expect(stated > 0 && stated < 0.08)
    #expect(sampled.largestDifference(to: exact) <= 2 * stated)
  }

  @Test func `the knee is where the curve bends, and a straight line has none`() {
    func curve(_ ratios: [Double]) -> MissRatioCurve {
      MissRatioCurve(
        policy: "x",
        points: ratios.enumerated().map { .init(capacity: 1 + $0 * 100, missRatio: $1) },
        isExact: true)
    }
    #expect(curve([1, 0.4, 0.2, 0.15, 0.12, 0.1]).knee?.capacity == 201)
    #expect(curve([1, 0.8, 0.6, 0.4, 0.2, 0]).knee == nil)
    #expect(curve([1, 1, 1, 1, 0]).knee == nil)
    #expect(curve([0.5]).knee == nil)
    #expect(curve([1, 0.4, 0.2]).missRatio(at: 51) == 0.7)
  }

  @Test func `capacities stand at equal ratios, each once`() {
    #expect(CapacityGrid.capacities(upTo: 1, count: 9) == [1])
    #expect(CapacityGrid.capacities(upTo: 16, count: 5) == [1, 2, 4, 8, 16])
    let many = CapacityGrid.capacities(upTo: 10_000_000, count: 60)
    #expect(many.count == 60 && many.last == 10_000_000)
    #expect(zip(many, many.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `the vector picture has every curve, its name and the knee`() {
    let curves = ["a<b", "lru"].map { name in
      MissRatioCurve(
        policy: name,
        points: [(1, 1.0), (100, 0.3), (10_000, 0.1)].map { .init(capacity: $0, missRatio: $1) },
        isExact: true)
    }
    let svg = CurvePicture(
      title: "x & y", curves: curves, unit: .entries, knee: curves[1].points[1]
    ).svg
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(svg.contains("a&lt;b") && svg.contains("x &amp; y") && svg.contains("knee: 100"))
    #expect(svg.contains("10 k</text>") && svg.contains("capacity in entries"))
    #expect(svg.components(separatedBy: "fill=\"none\"").count == 3)
  }
}

extension String {
  /// The parts between all places where `separator` stands.
  fileprivate func components(separatedBy separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
