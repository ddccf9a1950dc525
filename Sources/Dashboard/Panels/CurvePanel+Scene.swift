import CacheEngine
import Simulation
import Tutor

extension CurvePanel {
  /// What was measured last.
  public init(_ scene: Scene) {
    self = scene.curve ?? CurvePanel()
    isHidden = scene.isAsking
  }

  /// The curve as it is now, and where the caches of a stage stand.
  init(_ curve: LiveCurve, of stage: Stage) {
    let part = curve.isFull ? "the first " : curve.skipped > 0 ? "the last " : ""
    self.init(
      hits: curve.hits, reads: curve.reads, knee: curve.knee, dots: CurvePanel.dots(stage),
      scope: stage.readsBegan, part: part)
  }

  /// One dot a lane, named by what its cache has for itself.
  private static func dots(_ stage: Stage) -> [Dot] {
    let lanes = stage.lanes
    let places = lanes.map(\.places)
    let policies = lanes.map(\.world.policy)
    return lanes.enumerated().compactMap { index, lane in
      guard let ratio = lane.reads.missRatio else { return nil }
      let name: String
      if Set(policies).count == lanes.count {
        name = policies[index]
      } else if Set(places).count == lanes.count {
        name = Words.count(places[index], "place")
      } else {
        name = lane.laneName
      }
      return Dot(name, capacity: places[index], missRatio: ratio)
    }
  }
}

extension Stage {
  /// The places of all nodes together.
  fileprivate var places: Int {
    world.nodes.filter(\.isMember).reduce(0) { $0 + $1.cache.capacity }
  }
}
