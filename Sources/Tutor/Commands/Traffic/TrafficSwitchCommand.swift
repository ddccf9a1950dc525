import CacheEngine
import Simulation

/// `traffic start` and `traffic stop`: traffic that goes on while you work.
enum TrafficSwitchCommand {
  static let start = Command(
    "traffic start", family: .traffic,
    parameters: [
      .option("keys", .population, "which keys: a number of them, or a range"),
      .option("exponent", .decimal, "how uneven: 0 is uniform, 1 the classic"),
      .option("rate", .rate, "requests a second"),
    ],
    summary: "Starts Zipf traffic that goes on until it is stopped; tick and speed let it run.",
    concept: "traffic",
    examples: [
      CommandExample(
        "traffic start rate=50/s", "50 requests a second for 100 keys, until traffic stop")
    ], apply: apply)

  static let stop = Command(
    "traffic stop", family: .traffic,
    summary: "Ends all traffic; what is in flight is answered.", concept: "traffic",
    examples: [
      CommandExample("traffic start rate=50/s ; traffic stop", "no more requests are sent")
    ],
    apply: { (tutor, _) throws(CommandError) in
      guard tutor.stage.world.hasTraffic else { throw .noTraffic }
      tutor.stage.world.stopTraffic()
      return CommandOutcome(.text("no more requests are sent"))
    })

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let population = arguments.optionalPopulation("keys") ?? .generated(100)
    let rate = arguments.optionalCount("rate") ?? 100
    let keys = tutor.stage.world.intern([population.range])
    tutor.stage.world.makeRows(keys)
    let source = ZipfWorkload(keys: keys, exponent: arguments.optionalDecimal("exponent") ?? 1)
    tutor.stage.world.start(source, TrafficOptions(rate: rate))
    return CommandOutcome(
      .text(
        "\(Words.count(rate, "request")) a second for \(Words.count(keys.count, "key")), "
          + "until traffic stop"))
  }
}
