import Simulation

/// `servers N`: application servers.
enum ServersCommand {
  static let row = Command(
    "servers", family: .system,
    parameters: [Parameter("N", .count(1...Simulation.Limits.servers), "how many")],
    summary: "Sets how many application servers take requests, in turn.",
    concept: "coalescing",
    examples: [CommandExample("servers 4", "4 application servers take requests in turn")],
    apply: { (tutor, arguments) throws(CommandError) in
      let count = arguments.count("N")
      tutor.stage.world.setServers(count)
      return CommandOutcome(
        .text(
          count == 1
            ? "1 application server takes all requests"
            : Words.count(count, "application server") + " take requests in turn"))
    })
}
