import CacheEngine
import PolicyLab
import Simulation

// What has been asked for, as a trace.
//
// Every look of a request into a cache is one line of a trace: so what the learner has sent can be
// studied like the log of a real service. What would other policies have made of it, with fewer
// places or with more, and what would one that knows the future have made of it?
//
// The reads are taken as they came. Another policy would have answered some of them sooner, and
// clients that wait would have asked again sooner; but in turn the same keys come in the same order.

/// The reads of a stretch of events, against one empty cache with the places of all nodes.
public struct ReadTrace: Sendable {
  private let prepared: PreparedTrace

  /// O(events).
  public init(_ events: some Sequence<Event>) {
    var keys: [UInt64] = []
    for event in events where event.isHitOfRead != nil { keys.append(UInt64(event.key.index)) }
    self.init(keys: keys)
  }

  /// O(reads).
  public init(_ log: ReadLog) {
    self.init(keys: log.keys(from: 0))
  }

  private init(keys: [UInt64]) {
    prepared = PreparedTrace(LabTrace(name: "reads", renaming: keys), by: .entries)
  }

  /// How many reads there are.
  public var count: Int { prepared.trace.requests }

  /// How many different keys were read.
  public var keys: Int { prepared.trace.keys }

  /// The hits of Bélády's rule, newcomers included in the choice: no policy has more.
  ///
  /// O(reads).
  public func optimalHits(places: Int) -> Int {
    count - prepared.optimal.simulate(capacity: places, bypasses: true).misses
  }

  /// The capacities that a curve is drawn from: all of them up to `limit` keys, else as many that
  /// grow evenly by ratio.
  public func capacities(limit: Int) -> [Int] {
    keys <= limit ? Array(1...max(1, keys)) : CapacityGrid.capacities(upTo: keys, count: limit)
  }

  /// How misses fall as the cache grows; nil for a name that no policy has.
  ///
  /// O(capacities × reads). `opt` is Bélády's rule as he wrote it: every newcomer comes in.
  public func curve(_ policy: String, at capacities: [Int], seed: UInt64 = 1) -> MissRatioCurve? {
    guard let contender = Contender.find(policy) else { return nil }
    let study = Study(prepared, contenders: [contender], capacities: capacities, seed: seed)
    let points = capacities.indices.map { place in
      MissRatioCurve.Point(
        capacity: capacities[place],
        missRatio: study.missRatio(of: study.run(Study.Job(contender: 0, capacity: place))))
    }
    return MissRatioCurve(policy: contender.name, points: points, isExact: true)
  }
}
