import Simulation

/// `guard NAME ttl=2s`: the variant of the listing that keeps stampedes out.
enum GuardCommand {
  static let row = Command(
    "guard", family: .system,
    parameters: [
      Parameter("GUARD", .guardName, "its name, or none"),
      Parameter("NAME=VALUE", .setting, isOptional: true, isRepeated: true, "its options"),
    ],
    summary: "Puts a guard against stampedes into the listing; the lines that change are shown.",
    concept: "stampede",
    examples: [
      CommandExample("guard lock", "the guard lock stands in the listing"),
      CommandExample("guard lock ttl=2s", "the guard lock stands in the listing: ttl=2s"),
      CommandExample("guard none", "no guard stands in the listing"),
    ], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let name = arguments.text("GUARD").lowercased()
    let options = arguments.settings("NAME=VALUE")
    let guardName = name == "none" ? nil : name
    if let guardName {
      try checkOptions(options, of: guardName, in: tutor.stage.world, arguments)
    }
    try arguments.attempt("GUARD") { () throws(WorldError) in
      try tutor.stage.world.setGuard(guardName, options: options)
    }
    guard guardName != nil else { return CommandOutcome(.text("no guard stands in the listing")) }
    let shown = options.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
    return CommandOutcome(
      .text("the guard \(name) stands in the listing" + (shown.isEmpty ? "" : ": " + shown)))
  }

  /// An option that the guard does not have is an error at its own place.
  private static func checkOptions(
    _ options: [(name: String, value: String)], of name: String, in world: World,
    _ arguments: Arguments
  ) throws(CommandError) {
    let full = world.pattern.family + "+" + name
    guard let file = world.patterns.find(full) else { return }
    let known = file.options.filter(\.isGuardOption).map(\.name)
    for (index, option) in options.enumerated() where !known.contains(option.name) {
      throw .noSetting(
        option.name, pattern: full, known: known, at: arguments.place(of: "NAME=VALUE", index))
    }
  }
}
