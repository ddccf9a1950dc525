import Simulation

/// `ttl D`: the time to live that the listing gives to entries.
enum TTLCommand {
  static let row = Command(
    "ttl", family: .system, parameters: [Parameter("D", .duration, "how long an entry lives")],
    summary: "Sets the time to live that the pattern gives to new entries; old ones keep theirs.",
    concept: "ttl",
    examples: [CommandExample("ttl 1h", "new entries live 1 h")],
    apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let ticks = arguments.duration("D")
    try PatternOptions.check("ttl", in: tutor.stage.world, at: arguments.place)
    try arguments.attempt("D") { () throws(WorldError) in
      try tutor.stage.world.setPatternOption("ttl", to: Words.literal(duration: ticks))
    }
    return CommandOutcome(.text("new entries live " + Words.duration(ticks)))
  }
}
