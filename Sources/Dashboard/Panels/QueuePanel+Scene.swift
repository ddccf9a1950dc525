import Simulation

extension QueuePanel {
  /// The write queues of all nodes.
  public init(_ scene: Scene) {
    let rows = scene.world.nodes.flatMap { node in
      node.queue.travelling.map { QueuePanel.row($0, node, scene, isTravelling: true) }
        + node.queue.waiting.prefix(200).map {
          QueuePanel.row($0, node, scene, isTravelling: false)
        }
    }
    let blocked = scene.world.runningRequests.count { $0.phase == .queue }
    self.init(
      rows: rows, limit: scene.world.rules.queueLimit, blocked: blocked,
      scroll: scene.scroll["queue"] ?? 0)
  }

  private static func row(
    _ write: QueuedWrite, _ node: CacheNode, _ scene: Scene, isTravelling: Bool
  ) -> Row {
    Row(
      node: node.label, key: scene.text(write.key), value: scene.text(write.value),
      writes: write.writes, age: max(0, scene.instant.ticks(since: write.since)),
      isTravelling: isTravelling)
  }
}
