import CacheEngine
import Simulation

/// `placement NAME`: how keys find their node.
enum PlacementCommand {
  static let row = Command(
    "placement", family: .system,
    parameters: [
      Parameter("PLACEMENT", .placement, "its name"),
      .option("vnodes", .count(1...Simulation.Limits.vnodes), "points of one node on the ring"),
    ],
    summary: "Chooses how keys are placed on nodes; nothing is carried over.",
    concept: "placement",
    examples: [
      CommandExample(
        "node add B ; placement modulo",
        "keys are placed by modulo: 5 of 8 keys change their node")
    ],
    apply: { (tutor, arguments) throws(CommandError) in
      try place(
        &tutor, arguments, scheme: arguments.text("PLACEMENT"),
        vnodes: arguments.optionalCount("vnodes"), at: "PLACEMENT")
    })

  static func place(
    _ tutor: inout Tutor, _ arguments: Arguments, scheme: String, vnodes: Int?, at name: String
  ) throws(CommandError) -> CommandOutcome {
    let keys = tutor.stage.world.knownKeys.count
    let known = tutor.stage.world.events.count
    try arguments.attempt(name) { () throws(WorldError) in
      try tutor.stage.world.setPlacement(scheme: scheme, vnodes: vnodes)
    }
    let moved = tutor.stage.world.events[known...].count { $0.kind == .keyMoved }
    let world = tutor.stage.world
    let usesPoints = PlacementCatalog.find(scheme)?.usesVnodes ?? false
    let points = usesPoints ? " with \(Words.count(world.vnodes, "point")) a node" : ""
    return CommandOutcome(
      .text(
        "keys are placed by \(scheme)\(points): "
          + "\(Words.count(moved)) of \(Words.count(keys, "key")) change their node"))
  }
}

/// `vnodes N`: points of one node on the ring.
enum VnodesCommand {
  static let row = Command(
    "vnodes", family: .system,
    parameters: [
      Parameter("N", .count(1...Simulation.Limits.vnodes), "points of one node on the ring")
    ],
    summary: "Sets how many points each node has on the ring; most keys move.",
    concept: "virtual-nodes",
    examples: [
      CommandExample(
        "node add B ; vnodes 10",
        "keys are placed by ring with 10 points a node: 4 of 8 keys change their node")
    ],
    apply: { (tutor, arguments) throws(CommandError) in
      try PlacementCommand.place(
        &tutor, arguments, scheme: tutor.stage.world.placementScheme,
        vnodes: arguments.count("N"), at: "N")
    })
}
