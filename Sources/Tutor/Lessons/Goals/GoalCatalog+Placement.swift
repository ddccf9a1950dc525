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
    GoalRow("movers", 1) { movers($0) },
    GoalRow("came_to", 1) { moves($0, $0.tally.movedTo) },
    GoalRow("gone_from", 1) { moves($0, $0.tally.movedFrom) },
    GoalRow("placed", 1) { placed($0) },
    GoalRow("at_home", 1) { scene in
      .fact(placing(scene).map { Int64($0.node) == $0.number } ?? false)
    },
    GoalRow("keys", 1) { scene in
      holding(scene) { counts, node in .number(Double(counts[node])) }
    },
    GoalRow("share", 1) { scene in
      holding(scene) { counts, node in
        .ratio(Double(counts[node]) / Double(counts.reduce(0, +)))
      }
    },
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

  /// Which of the keys changed hands, in the order of the events; the argument is a key, a range
  /// such as `city:1..12`, or a beginning with a `*`.
  private static func movers(_ scene: ClaimScene) -> ClaimFigure {
    let wanted = scene.rangeOfKeys
    var found: [Symbol] = []
    for event in scene.events where event.kind == .keyMoved {
      if wanted.contains(event.key), !found.contains(event.key) { found.append(event.key) }
    }
    guard !found.isEmpty else { return .missing("none of \(scene.argument) has moved") }
    return .text(found.map { scene.text(of: $0) }.joined(separator: " "))
  }

  /// How many keys moved to or from the node that the argument names.
  private static func moves(_ scene: ClaimScene, _ counts: [Int]) -> ClaimFigure {
    guard let index = scene.world.nodeIndex(named: scene.argument) else {
      return .missing("there is no node \(scene.argument)")
    }
    return .number(counts.indices.contains(index) ? Double(counts[index]) : 0)
  }

  /// Where the learner said last that the key lives.
  private static func placed(_ scene: ClaimScene) -> ClaimFigure {
    guard let event = placing(scene) else {
      return .missing("nobody has placed \(scene.argument) yet")
    }
    return .text(scene.world.nodes[Int(event.node)].label)
  }

  private static func placing(_ scene: ClaimScene) -> Event? {
    let key = scene.key
    return scene.events.last { $0.kind == .placed && $0.key == key }
  }

  /// What the keys of the node that the argument names amount to.
  private static func holding(
    _ scene: ClaimScene, _ figure: ([Int], Int) -> ClaimFigure
  ) -> ClaimFigure {
    guard let node = scene.world.nodeIndex(named: scene.argument) else {
      return .missing("there is no node \(scene.argument)")
    }
    guard let counts = holdings(scene) else { return .missing("no key is known yet") }
    return figure(counts, node)
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
