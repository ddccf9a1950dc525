import CacheEngine
import Simulation

// The write queue: what was promised, and what of it is lost.

extension GoalCatalog {
  static let queueRows: [GoalRow] = [
    GoalRow("dirty") { .number(Double(dirtyKeys($0).count)) },
    GoalRow("dirty", 1) { scene in
      let dirty = dirtyKeys(scene)
      return .fact(scene.keys.contains { dirty.contains($0) })
    },
    GoalRow("queue") { scene in
      .number(Double(scene.world.nodes.reduce(0) { $0 + $1.queue.places }))
    },
    GoalRow("lost") { .number(Double(distinct($0.tally.lostKeys).count)) },
    GoalRow("lost.writes") { .number(Double($0.tally.lostWrites)) },
    GoalRow("lost.keys") { scene in
      let lost = distinct(scene.tally.lostKeys)
      guard !lost.isEmpty else { return .missing("no promise has been lost") }
      return .text(lost.map { scene.text(of: $0) }.joined(separator: " "))
    },
    GoalRow("loss_window") { lossWindow($0) },
  ]

  /// Keys that wait in a queue or travel to the database.
  private static func dirtyKeys(_ scene: ClaimScene) -> [Symbol] {
    distinct(
      scene.world.nodes.flatMap { node in
        node.queue.waiting.map(\.key) + node.queue.travelling.map(\.key)
      })
  }

  private static func distinct(_ keys: [Symbol]) -> [Symbol] {
    keys.reduce(into: [Symbol]()) { found, key in
      if !found.contains(key) { found.append(key) }
    }
  }

  /// The flusher's period, for a batch on its way still arrives; nothing without a queue, and for
  /// ever without a flusher.
  private static func lossWindow(_ scene: ClaimScene) -> ClaimFigure {
    let lines = scene.world.pattern.lines
    guard lines.contains(where: { $0.contains("queue.put(") }) else { return .duration(0) }
    return .duration(scene.world.flushPeriod ?? .max)
  }
}
