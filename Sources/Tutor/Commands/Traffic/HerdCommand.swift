import Simulation

/// `herd KEY N`: so many reads of one key in the same instant.
enum HerdCommand {
  static let row = Command(
    "herd", family: .traffic,
    parameters: [
      Parameter("KEY", .key, "what everybody asks for"),
      Parameter("N", .count(1...Simulation.Limits.herd), "how many people"),
    ],
    summary: "Sends many reads of one key in the same instant and waits for all answers.",
    cost: "until the last one is answered", concept: "stampede",
    examples: [
      CommandExample(
        "herd user:4 3",
        """
        3 people ask for user:4; cache A does not have it: 3 misses
        the database takes 3 loads
        the database finishes 3 loads
        3 people get their answer after 102 ms; user:4 is in cache A for 60 s
        """)
    ], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let count = arguments.count("N")
    let running = tutor.stage.world.inFlight
    guard running + count <= Simulation.Limits.requests else {
      throw .world(
        .tooManyRequests(limit: Simulation.Limits.requests), at: arguments.place(of: "N"))
    }
    let key = tutor.stage.world.intern(arguments.key("KEY"))
    return CommandOutcome(.ok, run: .group(tutor.stage.world.herd(key, count: count)))
  }
}
