import CacheEngine
import Simulation

extension NodesPanel {
  /// The nodes as they are.
  public init(_ scene: Scene) {
    let ownership = Ownership(scene)
    let rows = scene.world.nodes.map { node in
      Row(
        label: node.label, index: Int(node.id), state: scene.condition(of: node),
        count: node.cache.count, capacity: node.cache.capacity,
        owned: ownership.counts[Int(node.id)], hits: node.cache.statistics.hits,
        misses: node.cache.statistics.misses, weight: node.weight)
    }
    self.init(rows: rows, keys: ownership.keys.count, scroll: scene.scroll["nodes"] ?? 0)
  }
}

/// Which node owns how many of the keys that are known.
struct Ownership {
  /// Keys, their places on the circle and their owners.
  private(set) var keys: [(key: Symbol, hash: UInt32, node: Int)] = []
  private(set) var counts: [Int]
  /// More keys than this are not counted one by one.
  private static let limit = 20_000

  init(_ scene: Scene) {
    counts = Array(repeating: 0, count: scene.world.nodes.count)
    for key in scene.world.knownKeys.prefix(Ownership.limit) {
      let hash = scene.world.circlePoint(of: key)
      guard let node = scene.world.placement.owner(of: hash), counts.indices.contains(node) else {
        continue
      }
      keys.append((key, hash, node))
      counts[node] += 1
    }
  }
}
