import CacheEngine
import Simulation

extension QueuePanel {
  /// Rows of one node that are looked at; a screen holds no more.
  private static let rowLimit = 200

  /// The write queues of all nodes.
  public init(_ scene: Scene) {
    let world = scene.world
    let rows = world.nodes.flatMap { node in
      QueuePanel.lost(node, scene)
        + node.queue.travelling.prefix(QueuePanel.rowLimit).map { QueuePanel.row($0, node, scene) }
        + node.queue.waiting.prefix(QueuePanel.rowLimit).map { QueuePanel.row($0, node, scene) }
    }
    let isWorthIt = world.nodes.contains { !$0.queue.isEmpty }
    self.init(
      rows: rows, places: world.nodes.reduce(0) { $0 + $1.queue.places },
      limit: world.rules.queueLimit, blocked: world.blockedWriters,
      nextFlush: isWorthIt
        ? world.nextFlush.map { max(0, $0.ticks(since: scene.instant)) } : nil,
      scroll: scene.scroll["queue"] ?? 0)
  }

  private static func row(_ write: QueuedWrite, _ node: CacheNode, _ scene: Scene) -> Row {
    let isNew = scene.motion.promises.contains { $0.key == write.key && $0.kind == .markedDirty }
    return Row(
      node: node.label, key: scene.text(write.key), value: scene.text(write.value),
      writes: write.writes, state: state(of: write, scene), stored: stored(write.key, scene),
      isNew: (isNew || scene.isThreatened) && write.taker == 0)
  }

  private static func state(of write: QueuedWrite, _ scene: Scene) -> Row.State {
    guard write.taker != 0 else {
      return .waiting(max(0, scene.instant.ticks(since: write.since)))
    }
    let work = max(1, scene.world.rules.databaseWork)
    let done = max(0, scene.instant.ticks(since: write.takenAt))
    return .travelling(Int(min(1_000, done * 1_000 / work)))
  }

  /// What the crash of a node has cost, until it is back: key by key.
  private static func lost(_ node: CacheNode, _ scene: Scene) -> [Row] {
    guard node.state == .crashed,
      let death = scene.events.lastIndex(where: { $0.kind == .nodeDied && $0.node == node.id })
    else { return [] }
    let isLit = scene.motion.promises.contains { $0.kind == .lost }
    let isBright = isLit && scene.motion.clock / 175_000 % 2 == 0
    let tick = scene.events[death].tick
    return scene.events[...death].reversed().prefix { $0.tick == tick }.reversed()
      .filter { $0.kind == .lost && $0.node == node.id }.prefix(QueuePanel.rowLimit)
      .map { event in
        Row(
          node: node.label, key: scene.text(event.key), value: scene.text(event.value),
          writes: Int(event.number), state: .lost(isBright: isBright),
          stored: stored(event.key, scene))
      }
  }

  private static func stored(_ key: Symbol, _ scene: Scene) -> String? {
    scene.world.database.row(of: key).map { scene.text($0.value) }
  }
}
