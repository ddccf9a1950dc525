import Simulation

// Requests: what they met and what they cost.

extension GoalCatalog {
  static let requestRows: [GoalRow] = [
    GoalRow("hits") { .number(Double($0.tally.hits)) },
    GoalRow("misses") { .number(Double($0.tally.misses)) },
    GoalRow("opt.hits") { optimalHits($0) },
    GoalRow("hit_ratio") { scene in
      scene.tally.hitRatio.map { .ratio($0) } ?? .missing("no request has looked into a cache yet")
    },
    GoalRow("answered") { .number(Double($0.tally.answered)) },
    GoalRow("failed") { .number(Double($0.tally.failed)) },
    GoalRow("slowest") { latency($0.tally.slowest) },
    GoalRow("mean") { latency($0.tally.meanLatency) },
    GoalRow("p50") { latency($0.tally.percentile(50)) },
    GoalRow("p99") { latency($0.tally.percentile(99)) },
    GoalRow("met_expired") { .number(Double($0.tally.metExpired)) },
    GoalRow("standing", 1) { standing($0) },
    GoalRow("reply") { reply($0) },
  ]

  /// From an empty cache, with the places of all nodes.
  private static func optimalHits(_ scene: ClaimScene) -> ClaimFigure {
    guard scene.tally.eventCount <= scene.stage.log.count else {
      return .missing("too much has happened to be looked back at")
    }
    let places = scene.world.nodes.reduce(0) { $0 + ($1.isMember ? $1.cache.capacity : 0) }
    return .number(Double(ReadTrace(scene.events).optimalHits(places: places)))
  }

  private static func latency(_ ticks: Int64?) -> ClaimFigure {
    ticks.map { .duration($0) } ?? .missing("no request has been answered yet")
  }

  private static func standing(_ scene: ClaimScene) -> ClaimFigure {
    let counts = scene.world.standing
    guard let line = Int(scene.argument), counts.indices.contains(line - 1) else {
      return .missing("the listing has no line \(scene.argument)")
    }
    return .number(Double(counts[line - 1]))
  }

  private static func reply(_ scene: ClaimScene) -> ClaimFigure {
    guard let answer = scene.events.last(where: { $0.kind == .answered }) else {
      return .missing("no request has been answered yet")
    }
    return .text(scene.text(of: answer.value))
  }
}
