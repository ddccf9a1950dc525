import CacheEngine
import Screen
import Simulation
import Tutor

extension LanesPanel {
  /// The lanes of a scene; none when there is only one.
  public init(_ scene: Scene) {
    guard !scene.stage.rivals.isEmpty else {
      self.init(names: [], rows: [])
      return
    }
    let tallies = scene.stage.lanes.map(\.tallySinceLanesBegan)
    let history = scene.history
    self.init(
      names: tallies.indices.map { scene.laneName($0) },
      rows: LaneNumber.all.map { number in Row(number.name, tallies.map(number.value)) },
      outcomes: history.lanes.map(\.outcomes),
      difference: history.firstDifference.map { place in
        Difference(request: place + 1, key: scene.text(history.lanes[0].keys[place]))
      })
  }
}

/// A number that lanes are compared by.
private struct LaneNumber {
  let name: String
  let value: (Tally) -> String

  static var all: [LaneNumber] {
    [
      LaneNumber(name: "hits") { Words.count($0.hits) },
      LaneNumber(name: "hit ratio") { $0.hitRatio.map { Words.ratio($0) } ?? "none" },
      LaneNumber(name: "slowest") { time($0.slowest) },
      LaneNumber(name: "loads") { Words.count($0.loads) },
      LaneNumber(name: "misses") { Words.count($0.misses) },
      LaneNumber(name: "mean") { time($0.meanLatency) },
      LaneNumber(name: "failed") { Words.count($0.failed) },
    ]
  }

  private static func time(_ ticks: Int64?) -> String {
    ticks.map { Words.latency($0 / 1_000 * 1_000) } ?? "none"
  }
}
