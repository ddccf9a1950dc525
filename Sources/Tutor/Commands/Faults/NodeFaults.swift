import Simulation

// Faults of cache nodes: `crash` takes the memory, `cut` only the cable.

/// `crash cache|NODE`.
enum CrashCommand {
  static let row = Command(
    "crash", family: .faults, parameters: [NodeTarget.parameter],
    summary: "Kills the process of a cache node, or of all: its memory and write queue are gone.",
    concept: "failure",
    examples: [CommandExample("crash A", "node A is dead, its memory is gone")], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let indices = try NodeTarget.indices(arguments, in: tutor.stage.world)
    let labels = NodeTarget.labels(indices, tutor.stage.world)
    tutor.stage.world.crash(indices)
    return CommandOutcome(
      .text(
        indices.count == 1
          ? "node \(labels) is dead, its memory is gone"
          : "nodes \(labels) are dead, their memory is gone"))
  }
}

/// `cut cache|NODE [D]`.
enum CutCommand {
  static let row = Command(
    "cut", family: .faults,
    parameters: [
      NodeTarget.parameter, .optional("D", .duration, "for how long; until revive without it"),
    ],
    summary: "Makes a cache node unreachable; its memory survives.", concept: "failure",
    examples: [CommandExample("cut A 5s", "node A cannot be reached for 5 s")], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let indices = try NodeTarget.indices(arguments, in: tutor.stage.world)
    let labels = NodeTarget.labels(indices, tutor.stage.world)
    let ticks = arguments.optionalDuration("D")
    tutor.stage.world.cut(indices, for: ticks)
    let end = ticks.map { " for " + Words.duration($0) } ?? ""
    return CommandOutcome(
      .text((indices.count == 1 ? "node " : "nodes ") + "\(labels) cannot be reached\(end)"))
  }
}

/// `revive cache|NODE`.
enum ReviveCommand {
  static let row = Command(
    "revive", family: .faults, parameters: [NodeTarget.parameter],
    summary: "Brings cache nodes back: crashed ones empty, cut ones with their memory.",
    concept: "failure",
    examples: [CommandExample("crash A ; revive A", "node A is back, empty")], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let world = tutor.stage.world
    let indices = try NodeTarget.indices(arguments, in: world)
    let down = indices.filter { world.nodes[$0].state != .up }
    guard !down.isEmpty else {
      throw .world(
        .nodeIsUp(NodeTarget.labels(indices, world)), at: arguments.place(of: "cache|NODE"))
    }
    let areEmpty = down.allSatisfy { world.nodes[$0].state == .crashed }
    tutor.stage.world.revive(down)
    return CommandOutcome(
      .text(
        (down.count == 1 ? "node " : "nodes ") + NodeTarget.labels(down, world)
          + (down.count == 1 ? " is" : " are") + " back, "
          + (areEmpty ? "empty" : "with what was in memory")))
  }
}

/// `cache`, or the label of one node.
enum NodeTarget {
  static let parameter = Parameter("cache|NODE", .target, "cache for all nodes, or a label")

  static func indices(
    _ arguments: Arguments, in world: World
  ) throws(CommandError) -> [Int] {
    let text = arguments.text(parameter.name)
    if text.lowercased() == "cache" {
      return world.nodes.indices.filter { world.nodes[$0].isMember }
    }
    guard let index = world.nodeIndex(named: text) ?? world.nodeIndex(named: text.uppercased())
    else {
      throw .world(
        .unknownNode(text, known: ["cache"] + world.nodes.map(\.label)),
        at: arguments.place(of: parameter.name))
    }
    return [index]
  }

  static func labels(_ indices: [Int], _ world: World) -> String {
    Words.list(indices.map { world.nodes[$0].label })
  }
}
