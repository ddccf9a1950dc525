import CacheEngine
import Simulation

extension RingPanel {
  /// Keys that are drawn; more would be a blur.
  private static let keyLimit = 24

  /// The placement as it is, and who is on the way.
  public init(_ scene: Scene) {
    let world = scene.world
    let placement = world.placement
    let ownership = Ownership(scene)
    let points = placement.points.map { point in
      Point(hash: point.hash, node: placement.members[point.member].id)
    }
    var shares = zip(placement.members, placement.shares).map { member, part in
      Share(
        label: member.label, node: member.id, keys: ownership.counts[member.id], part: part,
        state: scene.condition(of: world.nodes[member.id]))
    }
    // Who died owns nothing any more, and is not forgotten: its arcs have gone to the others.
    for node in world.nodes where !shares.contains(where: { $0.node == Int(node.id) }) {
      guard node.state != .up else { continue }
      shares.append(
        Share(
          label: node.label, node: Int(node.id), keys: 0, part: 0,
          state: scene.condition(of: node)))
    }
    shares.sort { $0.node < $1.node }
    let drawn = ownership.keys.prefix(RingPanel.keyLimit)
    self.init(
      scheme: placement.scheme, vnodes: placement.vnodes, points: points,
      keys: drawn.map { RingPanel.key($0, points, scene) }, shares: shares,
      total: ownership.keys.count, moved: RingPanel.moved(scene))
    isChanged = scene.motion.changes.contains(.placement)
  }

  private static func key(
    _ known: (key: Symbol, hash: UInt32, node: Int), _ points: [Point], _ scene: Scene
  ) -> Key {
    let mover = scene.motion.movers.last { $0.key == known.key }
    var travelled: UInt32?
    if let mover, mover.born + Motion.moverTime > scene.motion.clock {
      let progress = (scene.motion.clock - mover.born) * 1_000 / Motion.moverTime
      travelled = way(
        from: next(to: known.hash, of: Int(mover.from), points),
        to: next(to: known.hash, of: known.node, points), progress)
    }
    return Key(
      label: scene.text(known.key), hash: known.hash, node: known.node, travelledTo: travelled,
      hasMoved: mover != nil)
  }

  /// The first point of a node clockwise of a position; the position itself when it has left.
  private static func next(to hash: UInt32, of node: Int, _ points: [Point]) -> UInt32 {
    let own = points.filter { $0.node == node }.map(\.hash).sorted()
    return own.first { $0 >= hash } ?? own.first ?? hash
  }

  /// The position so many thousandths of the shorter way along the circle.
  private static func way(from: UInt32, to: UInt32, _ progress: Int64) -> UInt32 {
    let distance = Int64(Int32(bitPattern: to &- from))
    return from &+ UInt32(truncatingIfNeeded: distance * min(1_000, max(0, progress)) / 1_000)
  }

  /// How many keys changed hands when nodes last changed.
  private static func moved(_ scene: Scene) -> Int? {
    let changes: Set<EventKind> = [.nodeJoined, .nodeLeft, .nodeDied, .nodeRevived, .ruleChanged]
    guard let last = scene.events.lastIndex(where: { changes.contains($0.kind) }) else {
      return nil
    }
    let count = scene.events[..<last].reversed().prefix { $0.kind == .keyMoved }.count
    let isTopology = scene.events[last].kind != .ruleChanged
    return count > 0 || isTopology ? count : nil
  }
}
