import Simulation

/// `client timeout=450ms retries=3 of=query`: how patient clients are.
enum ClientCommand {
  static let row = Command(
    "client", family: .system,
    parameters: [
      .option("timeout", .duration, "how long a client waits for a query; 0 for ever"),
      .option("retries", .count(0...100), "how often it tries again"),
      .option("of", .word(Rules.RetryScope.allCases.map(\.rawValue)), "what it tries again"),
    ],
    summary: "Sets how long clients wait for the database, and what they do when it takes longer.",
    concept: "retries",
    examples: [
      CommandExample(
        "client timeout=450ms retries=3 of=read",
        "clients wait 450 ms and try the whole read again 3 times"),
      CommandExample("client timeout=0", "clients wait for ever"),
    ], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    var timeout: Int64??
    if let given = arguments.optionalDuration("timeout") {
      timeout = .some(given == 0 ? nil : given)
    }
    let scope = arguments.optionalText("of").flatMap { Rules.RetryScope(rawValue: $0) }
    tutor.stage.world.setClient(
      timeout: timeout,
      retries: arguments.optionalCount("retries"), scope: scope)
    return CommandOutcome(.text(sentence(tutor.stage.world.rules)))
  }

  static func sentence(_ rules: Rules) -> String {
    guard let timeout = rules.clientTimeout else { return "clients wait for ever" }
    let wait = "clients wait " + Words.duration(timeout)
    guard rules.clientRetries > 0 else { return wait + " and do not try again" }
    let what = rules.retryScope == .query ? "the query" : "the whole read"
    return wait + " and try \(what) again \(Words.count(rules.clientRetries, "time"))"
  }
}
