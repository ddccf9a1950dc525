import Simulation

/// `pattern NAME`: which listing runs.
enum PatternCommand {
  static let row = Command(
    "pattern", family: .system,
    parameters: [Parameter("PATTERN", .pattern, "its name")],
    summary: "Chooses the listing that requests run; those in flight keep theirs.",
    concept: "cache-aside",
    examples: [CommandExample("pattern cache-aside", "requests run cache-aside from now on")],
    apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let name = arguments.text("PATTERN").lowercased()
    try arguments.attempt("PATTERN") { () throws(WorldError) in
      try tutor.stage.world.setPattern(name)
    }
    return CommandOutcome(.text("requests run \(name) from now on"))
  }
}
