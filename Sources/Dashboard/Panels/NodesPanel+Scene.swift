import CacheEngine
import Simulation

extension NodesPanel {
  /// Movers that are named.
  private static let moverLimit = 40

  /// The nodes as they are.
  public init(_ scene: Scene) {
    let now = OwnershipNow(scene)
    let rows = scene.world.nodes.map { node in
      Row(
        label: node.label, index: Int(node.id), state: scene.condition(of: node),
        count: node.cache.count, capacity: node.cache.capacity,
        owned: now.counts[Int(node.id)],
        before: now.migration != nil ? now.before[Int(node.id)] : nil,
        hits: node.cache.statistics.hits, misses: node.cache.statistics.misses,
        weight: node.weight)
    }
    self.init(
      rows: rows, keys: now.keys.count, scroll: scene.scroll["nodes"] ?? 0,
      change: now.change(scene, limit: NodesPanel.moverLimit))
  }
}
