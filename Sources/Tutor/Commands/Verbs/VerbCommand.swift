import CacheEngine
import Keyspace
import Simulation

// Cache verbs by hand.
//
// A verb goes to the node that owns its key, as a client library would send it. Several keys on
// several nodes are asked for node by node and the answers put together; what must be done wholly
// or not at all is refused instead. A verb without a key answers for every node; `@A` asks one.

/// Every verb of the key space as a command.
enum VerbCommand {
  static func row(_ verb: Verb) -> Command {
    let examples = verb.examples.map { CommandExample($0.input, $0.reply) }
    var warning: (@Sendable (Tutor, Arguments) -> String?)?
    if verb.flags.contains(.destructive) { warning = { loss($0, $1) } }
    return Command(
      verb.spelling, family: .cache, summary: verb.summary + ".", cost: verb.cost,
      concept: verb.concept, examples: examples,
      warning: warning, apply: apply)
  }

  private static func loss(_ tutor: Tutor, _ arguments: Arguments) -> String? {
    let nodes = tutor.stage.world.nodes.filter {
      $0.isMember && (arguments.node == nil || $0.label == arguments.node?.uppercased())
    }
    let entries = nodes.reduce(0) { $0 + $1.cache.count }
    guard entries > 0 else { return nil }
    return "\(Words.count(entries, "entry", "entries")) would go; every read after it is a miss."
  }

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    guard let request = arguments.request else { return CommandOutcome(.ok) }
    if let label = arguments.node {
      let place = arguments.nodePlace ?? arguments.place
      let index = try nodeIndex(label, in: tutor.stage.world, at: place)
      return CommandOutcome(
        .verb(try perform(request, on: index, &tutor.stage.world, arguments)))
    }
    guard !request.keys.isEmpty else {
      return try askAll(request, &tutor.stage.world, arguments)
    }
    return CommandOutcome(.verb(try send(request, &tutor.stage.world, arguments)))
  }

  // MARK: where it goes

  private static func nodeIndex(
    _ label: String, in world: World, at place: Range<Int>
  ) throws(CommandError) -> Int {
    let members = world.nodes.filter(\.isMember).map(\.label)
    let index = world.nodeIndex(named: label) ?? world.nodeIndex(named: label.uppercased())
    guard let index, world.nodes[index].isMember else {
      throw .world(.unknownNode(label, known: members), at: place)
    }
    return index
  }

  /// A verb without keys: every node answers for itself.
  private static func askAll(
    _ request: VerbRequest, _ world: inout World, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let members = world.nodes.indices.filter { world.nodes[$0].isMember }
    guard members.count != 1 else {
      return CommandOutcome(.verb(try perform(request, on: members[0], &world, arguments)))
    }
    var replies: [NodeReply] = []
    for index in members {
      let (label, state) = (world.nodes[index].label, world.nodes[index].state)
      let reply: Keyspace.Reply =
        state == .up
        ? try perform(request, on: index, &world, arguments)
        : .simple(state == .crashed ? "(refused: the node is dead)" : "(unreachable)")
      replies.append(NodeReply(node: label, reply: reply))
    }
    return CommandOutcome(.perNode(replies))
  }

  /// A verb with keys: to the node that owns them, or to each of the nodes that do.
  private static func send(
    _ request: VerbRequest, _ world: inout World, _ arguments: Arguments
  ) throws(CommandError) -> Keyspace.Reply {
    let keys = request.keys.map { world.symbols.find($0) }
    var owners: [Int] = []
    for (key, symbol) in zip(request.keys, keys) {
      owners.append(try owner(of: key, symbol, in: &world, arguments))
    }
    let nodes = owners.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
    guard nodes.count > 1 else {
      return try perform(request, on: nodes[0], &world, arguments)
    }
    let split: SplitRequest
    do {
      split = try request.split(owners: owners)
    } catch {
      throw .keysOnSeveralNodes(
        request.verb.spelling, nodes: nodes.map { world.nodes[$0].label }, at: arguments.place)
    }
    var replies: [Keyspace.Reply] = []
    for part in split.parts {
      replies.append(try perform(part.request, on: part.owner, &world, arguments))
    }
    return split.join(replies)
  }

  private static func owner(
    of key: [UInt8], _ symbol: Symbol?, in world: inout World, _ arguments: Arguments
  ) throws(CommandError) -> Int {
    // A key that nobody has seen is placed by its bytes; it gets a symbol only if it is stored.
    let owner =
      symbol.map { world.owner(of: $0) }
      ?? world.placement.owner(of: key.withUnsafeBytes { PlacementHash.of($0) })
    guard let owner else { throw .world(.unknownNode("", known: []), at: arguments.place) }
    return owner
  }

  // MARK: doing it

  private static func perform(
    _ request: VerbRequest, on index: Int, _ world: inout World, _ arguments: Arguments
  ) throws(CommandError) -> Keyspace.Reply {
    // Not the whole node: while two hold it, its first change makes all of it anew.
    let (label, state) = (world.nodes[index].label, world.nodes[index].state)
    guard state == .up else {
      throw .nodeDown(label, state, at: arguments.nodePlace ?? arguments.place)
    }
    // Only a verb that wants a draw takes one: no other may shift the dice of the listings.
    let draw = request.verb.name == "randomkey" ? world.draw() : 0
    let context = VerbContext(
      now: world.now, epochMilliseconds: -(world.epoch.microseconds / 1_000), draw: draw)
    let known = request.keys.compactMap { world.symbols.find($0) }
    let reply = world.handle(node: index, keys: known) { cache, symbols, _ in
      request.perform(on: &cache, symbols: &symbols, context: context)
    }
    if let error = reply.error {
      throw .verb(error, syntax: "", at: arguments.place)
    }
    let stored = request.keys.compactMap { world.symbols.find($0) }
    if stored.count > known.count { world.handle(node: index, keys: stored) { _, _, _ in } }
    noteLooks(request, reply, node: index, &world)
    try adoptSettings(request, of: index, &world)
    return reply
  }

  /// Verbs that hand out values are looks: the log tells whether they found something.
  private static func noteLooks(
    _ request: VerbRequest, _ reply: Keyspace.Reply, node index: Int, _ world: inout World
  ) {
    var replies: [Keyspace.Reply]
    switch request.verb.name {
    case "get", "getex", "getdel": replies = [reply]
    case "getrange":
      // Its reply is a copy of some bytes: whether there was anything is seen at the entry.
      let symbol = world.symbols.find(request.keys[0])
      let entry = symbol.flatMap { world.nodes[index].cache.peek($0, now: world.now) }
      replies = [entry.map { .value($0.value) } ?? .null]
    case "mget": if case .array(let all) = reply { replies = all } else { replies = [] }
    default: return
    }
    for (key, reply) in zip(request.keys, replies) {
      var value: Symbol?
      if case .value(let symbol) = reply { value = symbol }
      world.noteLook(world.intern(key), node: index, value: value)
    }
  }

  /// `CONFIG SET` changes what every node goes by; the world has to know for nodes to come.
  private static func adoptSettings(
    _ request: VerbRequest, of index: Int, _ world: inout World
  ) throws(CommandError) {
    guard request.verb.name == "config|set" else { return }
    let cache = world.nodes[index].cache
    do {
      if cache.policyName != world.policy { try world.setPolicy(cache.policyName) }
    } catch {
      throw .world(error, at: 0..<1)
    }
    if cache.capacity != world.capacity { world.setCapacity(cache.capacity) }
  }
}
