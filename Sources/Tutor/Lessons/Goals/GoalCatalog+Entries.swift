import CacheEngine
import Simulation

// Entries: what the caches hold, and who had to leave.

extension GoalCatalog {
  static let entryRows: [GoalRow] = [
    GoalRow("cached", 1) { scene in
      .fact(scene.keys.contains { scene.freshEntry(of: $0) != nil })
    },
    GoalRow("value", 1) { value($0) },
    GoalRow("stale", 1) { stale($0) },
    GoalRow("expired", 1) { scene in .fact(scene.keys.contains { isExpired($0, scene) }) },
    GoalRow("ttl", 1) { ttl($0) },
    GoalRow("evicted") { .number(Double($0.tally[.evicted])) },
    GoalRow("evicted", 1) { scene in
      let key = scene.key
      return .number(Double(scene.tally.victims.reduce(0) { $0 + ($1 == key ? 1 : 0) }))
    },
    GoalRow("victims") { scene in
      let victims = scene.tally.victims
      guard !victims.isEmpty else { return .missing("nobody has had to leave yet") }
      return .text(victims.map { scene.text(of: $0) }.joined(separator: " "))
    },
    GoalRow("count") { scene in
      .number(Double(scene.world.nodes.reduce(0) { $0 + ($1.isMember ? $1.cache.count : 0) }))
    },
    GoalRow("ghost", 1) { scene in
      let ghosts = scene.world.nodes.flatMap { $0.cache.inspection(limit: .max).ghosts }
      return .fact(scene.keys.contains { key in ghosts.contains { $0.keys.contains(key) } })
    },
  ]

  private static func value(_ scene: ClaimScene) -> ClaimFigure {
    guard let entry = scene.key.flatMap({ scene.freshEntry(of: $0) }) else {
      return .missing("\(scene.argument) is not cached")
    }
    return .text(scene.text(of: entry.value))
  }

  /// Cached, and different from the row, while nothing is on its way to put that right.
  private static func stale(_ scene: ClaimScene) -> ClaimFigure {
    guard scene.world.inFlight == 0 else { return .missing("requests are still running") }
    return .fact(
      scene.keys.contains { key in
        guard let entry = scene.freshEntry(of: key) else { return false }
        return scene.world.database.row(of: key)?.value != entry.value
      })
  }

  /// Dead and still in memory, or gone from there since, and nobody has brought it back.
  private static func isExpired(_ key: Symbol, _ scene: ClaimScene) -> Bool {
    if let entry = scene.entry(of: key) { return entry.expiresAt <= scene.world.now }
    let last = scene.stage.log.last { event in
      event.key == key && [.expired, .filled, .deleted, .evicted].contains(event.kind)
    }
    return last?.kind == .expired
  }

  private static func ttl(_ scene: ClaimScene) -> ClaimFigure {
    guard let entry = scene.key.flatMap({ scene.freshEntry(of: $0) }) else {
      return .missing("\(scene.argument) is not cached")
    }
    guard entry.expiresAt != .never else { return .duration(.max) }
    return .duration(entry.expiresAt.ticks(since: scene.world.now))
  }
}
