import CacheEngine
import Simulation

// Placement: who owns what, and what moved.

extension GoalCatalog {
  static let placementRows: [GoalRow] = [
    GoalRow("owner", 1) { owner($0) },
    GoalRow("moved") { .number(Double($0.tally.moved)) },
    GoalRow("moved", 1) { scene in
      let keys = scene.keys
      return .fact(scene.events.contains { $0.kind == .keyMoved && keys.contains($0.key) })
    },
    GoalRow("share", 1) { share($0) },
    GoalRow("share.max") { scene in
      guard let counts = holdings(scene) else { return .missing("no key is known yet") }
      return .ratio(Double(counts.max() ?? 0) / Double(counts.reduce(0, +)))
    },
    GoalRow("nodes") { .number(Double($0.world.placement.members.count)) },
    GoalRow("vnodes") { .number(Double($0.world.vnodes)) },
    GoalRow("placement") { .text($0.world.placementScheme) },
  ]

  /// A key need not exist to have a place.
  private static func owner(_ scene: ClaimScene) -> ClaimFigure {
    var world = scene.world
    guard let index = scene.owner(of: world.symbol(scene.argument), in: world) else {
      return .missing("the cluster has no node")
    }
    return .text(world.nodes[index].label)
  }

  private static func share(_ scene: ClaimScene) -> ClaimFigure {
    guard let node = scene.world.nodeIndex(named: scene.argument) else {
      return .missing("there is no node \(scene.argument)")
    }
    guard let counts = holdings(scene) else { return .missing("no key is known yet") }
    return .ratio(Double(counts[node]) / Double(counts.reduce(0, +)))
  }

  /// How many known keys each node owns; nil when there are none.
  private static func holdings(_ scene: ClaimScene) -> [Int]? {
    var counts = [Int](repeating: 0, count: scene.world.nodes.count)
    var total = 0
    for key in scene.world.knownKeys {
      guard let owner = scene.owner(of: key) else { return nil }
      counts[owner] += 1
      total += 1
    }
    return total == 0 ? nil : counts
  }
}
