import Simulation

// One request by hand: `begin` stops it before its first line, `step` lets it do one line,
// `finish` lets it run. So an interleaving is built line by line.

/// `begin read KEY` or `begin write KEY VALUE`.
enum BeginCommand {
  static let row = Command(
    "begin", family: .byHand, parameters: [Parameter("COMMAND", .command, "read or write")],
    summary: "Starts a request and stops it before its first line; it gets a letter.",
    concept: "races",
    examples: [CommandExample("begin write user:2 Bo", "A stands before line 10")],
    apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let request = arguments.command("COMMAND")
    let isWrite = request.command.name == "write"
    let key = tutor.stage.world.intern(request.arguments.key("KEY"))
    let value =
      isWrite ? tutor.stage.world.intern(request.arguments.value("VALUE")) : .none
    let index = try arguments.attempt("COMMAND") { () throws(WorldError) in
      try tutor.stage.world.beginByHand(isWrite ? .write : .read, key: key, value: value)
    }
    return CommandOutcome(.text(HandWords.standing(index, tutor.stage.world)))
  }
}

/// `step A`.
enum StepCommand {
  static let row = Command(
    "step", family: .byHand, parameters: [Parameter("A", .request, "its letter")],
    summary: "Lets a request that was begun by hand do the line that it stands before.",
    cost: "what the line costs", concept: "races",
    examples: [
      CommandExample(
        "begin write user:2 Bo ; step A",
        "the database takes the store of user:2\nthe database stores Bo for user:2")
    ],
    apply: { (tutor, arguments) throws(CommandError) in
      guard case .letter(let index) = arguments.choice("A") else { return CommandOutcome(.ok) }
      try arguments.attempt("A") { () throws(WorldError) in
        try tutor.stage.world.stepByHand(index)
      }
      return CommandOutcome(.ok, run: .hand(index))
    })
}

/// `finish A|all`.
enum FinishCommand {
  static let row = Command(
    "finish", family: .byHand, parameters: [Parameter("A|all", .requests, "its letter, or all")],
    summary: "Lets requests that were begun by hand run to their end, one after the other.",
    cost: "what the lines cost", concept: "races",
    examples: [
      CommandExample(
        "begin write user:2 Bo ; finish A",
        """
        the database takes the store of user:2
        the database stores Bo for user:2
        your write of user:2 is answered after 101 ms; user:2 is removed from cache A
        """)
    ],
    apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let held = tutor.stage.world.handHeld
    var indices = held
    if case .letter(let index) = arguments.choice("A|all") { indices = [index] }
    guard !indices.isEmpty else {
      throw .world(.notHeld(0, held: []), at: arguments.place(of: "A|all"))
    }
    for (place, index) in indices.enumerated() {
      try arguments.attempt("A|all") { () throws(WorldError) in
        try tutor.stage.world.finishByHand(index)
      }
      if place < indices.count - 1 { try tutor.run(.hand(index)) }
    }
    return CommandOutcome(.ok, run: .hand(indices[indices.count - 1]))
  }
}

enum HandWords {
  /// Where a request that is moved by hand stands.
  static func standing(_ index: Int, _ world: World) -> String {
    guard let request = world.runningRequests.first(where: { $0.hand == index }) else {
      return Words.letter(index) + " is over"
    }
    return "\(Words.letter(index)) stands before line \(request.line)"
  }
}
