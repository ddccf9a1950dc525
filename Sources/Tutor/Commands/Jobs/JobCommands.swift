import CacheEngine
import Simulation

/// `evict KEY`: you do the policy's job.
enum EvictCommand {
  static let row = Command(
    "evict", family: .jobs, parameters: [Parameter("KEY", .cachedKey, "who leaves")],
    summary: "You are the policy: this entry leaves to make room.", concept: "eviction",
    examples: [CommandExample("evict user:1", "user:1 leaves; lru would have chosen user:2")],
    apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let bytes = arguments.key("KEY")
    let name = String(decoding: bytes, as: UTF8.self)
    let world = tutor.stage.world
    guard let key = world.symbols.find(bytes), let node = world.entry(key)?.node,
      world.nodes[node].cache.peek(key, now: world.now) != nil
    else {
      let known = world.nodes.flatMap { $0.cache.keys() }.map { world.text($0) }
      throw .notCached(
        name, suggestion: NearestWord.suggestion(for: name, among: known),
        at: arguments.place(of: "KEY"))
    }
    let victim = world.nodes[node].cache.nextVictim(now: world.now)
    _ = tutor.stage.world.evict(key)
    guard let victim else { return CommandOutcome(.text("\(name) leaves")) }
    let policy = world.nodes[node].cache.policyName
    let verdict =
      victim.key == key
      ? "\(policy) would have chosen it too"
      : "\(policy) would have chosen \(world.text(victim.key))"
    return CommandOutcome(.text("\(name) leaves; \(verdict)"))
  }
}

/// `place KEY NODE`: you do the ring's job.
enum PlaceCommand {
  static let row = Command(
    "place", family: .jobs,
    parameters: [
      Parameter("KEY", .key, "which key"), Parameter("NODE", .node, "where it belongs"),
    ],
    summary: "You are the placement: say which node owns a key, and see whether you are right.",
    concept: "placement",
    examples: [
      CommandExample(
        "node add B ; place user:1 B",
        "yes, user:1 lives on B: its hash stands at 23.7°; "
          + "the first point clockwise is B's, at 24.2°")
    ], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let label = NodeCommand.existing(arguments, in: tutor)
    let world = tutor.stage.world
    let labels = world.nodes.filter(\.isMember).map(\.label)
    guard labels.contains(label) else {
      throw .world(.unknownNode(label, known: labels), at: arguments.place(of: "NODE"))
    }
    let bytes = arguments.key("KEY")
    let walk = PlacementWords(bytes, in: world)
    let name = String(decoding: bytes, as: UTF8.self)
    guard walk.owner == label else {
      return CommandOutcome(.text("no, \(name) does not live on \(label): \(walk.sentence)"))
    }
    return CommandOutcome(.text("yes, \(name) lives on \(label): \(walk.sentence)"))
  }
}
