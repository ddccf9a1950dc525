import Simulation

/// `write KEY VALUE`: one request through the pattern.
enum WriteCommand {
  static let row = Command(
    "write", family: .application,
    parameters: [
      Parameter("KEY", .key, "what is written"), Parameter("VALUE", .value, "its new value"),
    ],
    summary: "Sends one write through the pattern and waits until it is answered.",
    cost: "101 ms with cache-aside: store 100, delete 1", concept: "cache-aside",
    examples: [
      CommandExample(
        "write user:1 Adele",
        """
        you write Adele to user:1
        the database takes the store of user:1
        the database stores Adele for user:1
        your write of user:1 is answered after 101 ms; user:1 is removed from cache A
        """)
    ], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let key = tutor.stage.world.intern(arguments.key("KEY"))
    let value = tutor.stage.world.intern(arguments.value("VALUE"))
    return CommandOutcome(.ok, run: .group(tutor.stage.world.write(key, value: value)))
  }
}
