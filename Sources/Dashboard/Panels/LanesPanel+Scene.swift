import CacheEngine
import Screen
import Tutor

extension LanesPanel {
  /// The lanes of a scene; none when there is only one.
  public init(_ scene: Scene) {
    guard !scene.stage.rivals.isEmpty else {
      self.init(names: [], rows: [])
      return
    }
    let stages = scene.stage.lanes.map(\.sinceLanesBegan)
    let history = scene.history
    self.init(
      names: stages.indices.map { scene.laneName($0) },
      rows: LaneNumber.all.map { number in Row(number.name, stages.map(number.value)) },
      outcomes: history.lanes.map(\.outcomes),
      difference: history.firstDifference.map { place in
        Difference(request: place + 1, key: scene.text(history.lanes[0].keys[place]))
      })
  }
}

/// A number that lanes are compared by.
private struct LaneNumber {
  let name: String
  let value: (Stage) -> String

  static var all: [LaneNumber] {
    [
      LaneNumber(name: "hits") { Words.count($0.step.hits) },
      LaneNumber(name: "hit ratio") { $0.step.hitRatio.map { Words.ratio($0) } ?? "none" },
      LaneNumber(name: "slowest") { time($0.step.slowest) },
      LaneNumber(name: "loads") { Words.count($0.step.loads) },
      LaneNumber(name: "misses") { Words.count($0.step.misses) },
      LaneNumber(name: "mean") { time($0.step.meanLatency) },
      LaneNumber(name: "failed") { Words.count($0.step.failed) },
    ]
  }

  private static func time(_ ticks: Int64?) -> String {
    ticks.map { Words.latency($0 / 1_000 * 1_000) } ?? "none"
  }
}
