import CacheEngine
import Simulation

// One command for each workload of the catalog; its syntax says what it takes.

/// `traffic keys|loop|scan|uniform|zipf|writes …`: requests that nobody types one by one.
enum TrafficCommand {
  static let rows: [Command] = WorkloadCatalog.all.map(row)

  private static let rate = Parameter.option(
    "rate", .rate, "requests a second, whatever the answers do; without it, one after the other")

  /// What the examples of the workloads answer.
  private static let replies = [
    "keys": "4 answered, 0 hits, 4 misses, 4 loads\nmean 102 ms, slowest 102 ms",
    "loop": "30 answered, 24 hits, 6 misses, 6 loads, 1 evicted\nmean 21 ms, slowest 102 ms",
    "scan":
      "1 000 answered, 0 hits, 1 000 misses, 1 000 loads, 995 evicted\n"
      + "mean 1 572 ms, slowest 3 042 ms",
    "uniform":
      "1 000 answered, 80 hits, 920 misses, 920 loads, 915 evicted\n"
      + "mean 93 ms, slowest 102 ms",
    "zipf":
      "1 000 answered, 329 hits, 671 misses, 671 loads, 666 evicted\n"
      + "mean 68 ms, slowest 102 ms",
    "writes": "1 000 answered, 1 000 rows stored\nmean 1 571 ms, slowest 3 041 ms",
  ]

  private static func row(_ workload: WorkloadRow) -> Command {
    Command(
      "traffic " + workload.name, family: .traffic, parameters: parameters(of: workload.name),
      summary: "Sends requests: \(workload.summary).", cost: "until all are answered",
      concept: "traffic",
      examples: [CommandExample(workload.example, replies[workload.name] ?? "")],
      apply: { (tutor, arguments) throws(CommandError) in
        try start(workload, &tutor, arguments)
      })
  }

  private static func parameters(of name: String) -> [Parameter] {
    let keys = Parameter.many("KEY", .keys, "a key, or a range of keys")
    let count = Parameter("N", .count(1...Simulation.Limits.traffic), "how many requests")
    let population = Parameter.option(
      "keys", .population, "which keys: a number of them, or a range")
    switch name {
    case "loop":
      return [keys, .option("rounds", .count(1...Simulation.Limits.traffic), "how often"), rate]
    case "uniform": return [count, population, rate]
    case "zipf":
      return [
        count, population,
        .option("exponent", .decimal, "how uneven: 0 is uniform, 1 the classic"), rate,
      ]
    case "writes":
      return [keys, .optional("N", count.form, "how many writes; one a key without it"), rate]
    default: return [keys, rate]
    }
  }

  private static func start(
    _ workload: WorkloadRow, _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let ranges =
      arguments.optionalPopulation("keys").map { [$0.range] } ?? arguments.keys("KEY")
    let chosen = ranges.isEmpty ? [Population.generated(100).range] : ranges
    let keys = tutor.stage.world.intern(chosen)
    if workload.makesRows { tutor.stage.world.makeRows(keys) }
    let source = workload.make(
      WorkloadParameters(
        keys: keys, exponent: arguments.optionalDecimal("exponent") ?? 1,
        rounds: arguments.optionalCount("rounds")))
    let writes = workload.name == "writes"
    let limit = arguments.optionalCount("N") ?? (writes ? keys.count : nil)
    let group = tutor.stage.world.start(
      source,
      TrafficOptions(rate: arguments.optionalCount("rate"), limit: limit, writes: writes))
    return CommandOutcome(.ok, run: .group(group))
  }
}
