import Simulation

/// `capacity N`: how many entries fit into one cache.
enum CapacityCommand {
  static let row = Command(
    "capacity", family: .system,
    parameters: [
      Parameter("N", .count(0...Simulation.Limits.capacity), "places of one cache")
    ],
    summary: "Sets the places of every cache node; what no longer fits is evicted.",
    concept: "eviction",
    examples: [CommandExample("capacity 100", "100 places in every cache")], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let places = arguments.count("N")
    tutor.stage.world.setCapacity(places)
    return CommandOutcome(.text(Words.count(places, "place") + " in every cache"))
  }
}
