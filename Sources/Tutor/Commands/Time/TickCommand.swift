import Simulation

/// `tick D`: lets time pass.
enum TickCommand {
  static let row = Command(
    "tick", family: .time, parameters: [Parameter("D", .duration, "how long")],
    summary: "Runs the world for a stretch of time.", cost: "the time that you give",
    concept: "virtual-time",
    examples: [
      CommandExample(
        "tick 60s",
        """
        user:1 expires: its 60 s are over
        user:2 expires: its 60 s are over
        user:3 expires: its 60 s are over
        """)
    ],
    apply: { (_, arguments) throws(CommandError) in
      CommandOutcome(.ok, run: .ticks(arguments.duration("D")))
    })
}

/// `until EVENT`: runs to something and stops there.
enum UntilCommand {
  static let row = Command(
    "until", family: .time, parameters: [Parameter("EVENT", .stop, "what it waits for")],
    summary: "Runs the world until something happens, or until nothing more can happen.",
    cost: "as long as it takes", concept: "virtual-time",
    examples: [CommandExample("until expiry", "user:1 expires: its 60 s are over")],
    apply: { (_, arguments) throws(CommandError) in
      CommandOutcome(.ok, run: .until(arguments.stop("EVENT")))
    })
}
