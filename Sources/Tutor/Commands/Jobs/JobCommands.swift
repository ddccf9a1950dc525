import CacheEngine
import Simulation

/// `place KEY NODE`: you do the ring's job.
enum PlaceCommand {
  static let row = Command(
    "place", family: .jobs,
    parameters: [
      Parameter("KEY", .key, "which key"), Parameter("NODE", .node, "where it belongs"),
    ],
    summary: "You are the placement: say which node owns a key, and see whether you are right.",
    concept: "placement",
    examples: [
      CommandExample(
        "node add B ; place user:1 B",
        "yes, user:1 lives on B: its hash stands at 23.7°; "
          + "the first point clockwise is B's, at 24.2°")
    ], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let label = NodeCommand.existing(arguments, in: tutor)
    let world = tutor.stage.world
    let labels = world.nodes.filter(\.isMember).map(\.label)
    guard labels.contains(label) else {
      throw .world(.unknownNode(label, known: labels), at: arguments.place(of: "NODE"))
    }
    let bytes = arguments.key("KEY")
    let walk = PlacementWords(bytes, in: world)
    let name = String(decoding: bytes, as: UTF8.self)
    let key = tutor.stage.world.intern(bytes)
    try arguments.attempt("NODE") { () throws(WorldError) in
      try tutor.stage.world.place(key, on: label)
    }
    guard walk.owner == label else {
      return CommandOutcome(
        .text("no, \(name) does not live on \(label): \(walk.refusal(of: label))"))
    }
    return CommandOutcome(.text("yes, \(name) lives on \(label): \(walk.sentence)"))
  }
}
