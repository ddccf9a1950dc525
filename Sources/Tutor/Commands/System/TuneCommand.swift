import Simulation

/// `tune NAME VALUE`: every other constant in force.
enum TuneCommand {
  static let row = Command(
    "tune", family: .system,
    parameters: [
      Parameter("NAME", .rule, "which constant; rules lists them"),
      Parameter("VALUE", .duration, "its new value"),
    ],
    summary: "Changes a constant of the world, such as what a cache operation costs.",
    concept: "latency",
    examples: [CommandExample("tune cache.latency 2ms", "cache.latency is 2 ms: it was 1 ms")],
    apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let name = arguments.text("NAME")
    guard let rule = RuleName.all.first(where: { $0.name == name }) else {
      throw .invalid(
        name, expected: ParameterForm.rule.expectation,
        .unknown(name, among: RuleName.all.map(\.name)), at: arguments.place(of: "NAME"))
    }
    let before = tutor.stage.world.rules[keyPath: rule.path]
    let value = arguments.duration("VALUE")
    tutor.stage.world.tune(rule, to: value)
    return CommandOutcome(
      .text("\(name) is \(Words.duration(value)): it was \(Words.duration(before))"))
  }
}
