import Simulation

/// `read KEY`: one request through the pattern.
enum ReadCommand {
  static let row = Command(
    "read", family: .application, parameters: [Parameter("KEY", .key, "what is asked for")],
    summary: "Sends one read through the pattern and waits for its answer.",
    cost: "a hit 1 ms, a miss 102 ms with cache-aside", concept: "cache-aside",
    examples: [
      CommandExample(
        "read user:1",
        """
        you ask for user:1; cache A has it: a hit
        you get Ada for user:1 after 1 ms
        """),
      CommandExample(
        "read user:4",
        """
        you ask for user:4; cache A does not have it: a miss
        the database takes the load of user:4
        the database finishes the load of user:4: Dan
        you get Dan for user:4 after 102 ms; user:4 is in cache A for 60 s
        """),
    ], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let key = tutor.stage.world.intern(arguments.key("KEY"))
    return CommandOutcome(.ok, run: .group(tutor.stage.world.read(key)))
  }
}
