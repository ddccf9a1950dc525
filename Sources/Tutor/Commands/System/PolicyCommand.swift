import CacheEngine
import Simulation

/// `policy NAME`: who leaves when there is no room.
enum PolicyCommand {
  static let row = Command(
    "policy", family: .system, parameters: [Parameter("POLICY", .policy, "its name")],
    summary: "Chooses who leaves when a cache is full; the entries stay.",
    concept: "eviction",
    examples: [CommandExample("policy lfu", "whoever was asked for least often leaves")],
    apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let name = arguments.text("POLICY")
    try arguments.attempt("POLICY") { () throws(WorldError) in
      try tutor.stage.world.setPolicy(name)
    }
    return CommandOutcome(.text(PolicyCatalog.find(name)?.summary ?? name))
  }
}
