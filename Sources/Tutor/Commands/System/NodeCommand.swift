import Simulation

/// `node add|remove|kill|revive`: who is part of the cluster.
enum NodeCommand {
  private static let node = Parameter("NODE", .node, "its label")

  static let add = Command(
    "node add", family: .system,
    parameters: [
      Parameter("NODE", .text, "its label, such as B"),
      .option("weight", .count(1...100), "its share compared with the others"),
    ],
    summary: "Adds a cache node, empty; keys that it owns now are looked for there.",
    concept: "placement",
    examples: [
      CommandExample(
        "node add C",
        "node C joins: 1 of 8 keys change their node; 4 would be fair, modulo would move 5")
    ],
    apply: { (tutor, arguments) throws(CommandError) in
      let label = try label(arguments)
      return try change(&tutor, arguments, "node \(label) joins") {
        (world) throws(WorldError) in
        try world.addNode(label, weight: arguments.optionalCount("weight") ?? 1)
      }
    })

  static let remove = Command(
    "node remove", family: .system, parameters: [node],
    summary: "Takes a node out of the placement; its memory stays as it is.",
    concept: "placement",
    examples: [
      CommandExample(
        "node add B ; node remove B",
        "node B leaves: 2 of 8 keys change their node; 4 would be fair, modulo would move 5")
    ],
    warning: loss("would be looked for elsewhere"),
    apply: { (tutor, arguments) throws(CommandError) in
      let label = existing(arguments, in: tutor)
      return try change(&tutor, arguments, "node \(label) leaves") {
        (world) throws(WorldError) in try world.removeNode(label)
      }
    })

  static let kill = Command(
    "node kill", family: .system, parameters: [node],
    summary: "The node's process dies: its memory is gone and its keys go to the others.",
    concept: "placement",
    examples: [
      CommandExample(
        "node add B ; node kill B",
        "node B dies: 2 of 8 keys change their node; 4 would be fair, modulo would move 5")
    ],
    warning: loss("would be gone"),
    apply: { (tutor, arguments) throws(CommandError) in
      let label = existing(arguments, in: tutor)
      return try change(&tutor, arguments, "node \(label) dies") {
        (world) throws(WorldError) in try world.killNode(label)
      }
    })

  static let revive = Command(
    "node revive", family: .system, parameters: [node],
    summary: "Brings a dead or removed node back: empty if it was dead.",
    concept: "placement",
    examples: [
      CommandExample(
        "node add B ; node kill B ; node revive B",
        "node B is back: 2 of 8 keys change their node; 4 would be fair, modulo would move 5")
    ],
    apply: { (tutor, arguments) throws(CommandError) in
      let label = existing(arguments, in: tutor)
      return try change(&tutor, arguments, "node \(label) is back") {
        (world) throws(WorldError) in try world.reviveNode(label)
      }
    })

  /// A new label: letters and digits, so that it can be typed after `@`.
  private static func label(_ arguments: Arguments) throws(CommandError) -> String {
    let text = arguments.text("NODE")
    let isFit =
      text.utf8.count <= 32
      && text.utf8.allSatisfy { byte in
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 32 || 48...58 ~= byte
          || [45, 46, 95].contains(byte)
      }
    guard isFit, text != "cache", text != "all" else {
      throw .invalid(
        text, expected: "a label such as B: letters, digits, - . _ and :", .form,
        at: arguments.place(of: "NODE"))
    }
    return text.utf8.count == 1 ? text.uppercased() : text
  }

  /// The label as the world knows it: `b` is B.
  static func existing(_ arguments: Arguments, in tutor: Tutor) -> String {
    let text = arguments.text("NODE")
    let labels = tutor.stage.world.nodes.map(\.label)
    return labels.contains(text) ? text : text.uppercased()
  }

  /// Changes the membership and says how many keys have another owner now, beside what would have
  /// been fair and what the remainder would have moved.
  private static func change(
    _ tutor: inout Tutor, _ arguments: Arguments, _ what: String,
    _ body: (inout World) throws(WorldError) -> Void
  ) throws(CommandError) -> CommandOutcome {
    let known = tutor.stage.world.events.count
    do {
      try body(&tutor.stage.world)
    } catch {
      throw .world(error, at: arguments.place(of: "NODE"))
    }
    let world = tutor.stage.world
    let summary = Migration(in: world.events[known...], of: world)?.summary(in: world)
    return CommandOutcome(.text([what, summary].compactMap { $0 }.joined(separator: ": ")))
  }

  private static func loss(_ end: String) -> @Sendable (Tutor, Arguments) -> String? {
    { tutor, arguments in
      let label = existing(arguments, in: tutor)
      guard let index = tutor.stage.world.nodeIndex(named: label) else { return nil }
      let count = tutor.stage.world.nodes[index].cache.count
      guard count > 0 else { return nil }
      return "\(Words.count(count, "entry", "entries")) on node \(label) \(end)."
    }
  }
}
