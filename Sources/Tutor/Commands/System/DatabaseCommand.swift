import Simulation

/// `db workers=20 latency=100ms`: what the database can do.
enum DatabaseCommand {
  static let row = Command(
    "db", family: .system,
    parameters: [
      .option("workers", .count(1...Simulation.Limits.workers), "queries worked at at once"),
      .option("latency", .duration, "the work of one query"),
    ],
    summary: "Sets how many queries the database works at at once, and how long one takes.",
    concept: "stampede",
    examples: [
      CommandExample("db workers=10", "the database works at 10 queries at once, 100 ms each")
    ], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let workers = arguments.optionalCount("workers")
    let latency = arguments.optionalDuration("latency")
    if workers != nil || latency != nil {
      tutor.stage.world.setDatabase(workers: workers, latency: latency)
    }
    return CommandOutcome(.text(sentence(tutor.stage.world)))
  }

  static func sentence(_ world: World) -> String {
    let rules = world.rules
    return
      "the database works at \(Words.count(rules.databaseWorkers, "query", "queries")) at once, "
      + "\(Words.duration(rules.databaseWork)) each"
  }
}
