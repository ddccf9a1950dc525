import CacheEngine
import Simulation

/// `show [cache|ring|db|queue|nodes|listing …]`: what there is, as text, or as a panel on the screen.
enum ShowCommand {
  static let parts = [
    "cache", "curve", "database", "db", "lanes", "listing", "log", "movers", "nodes", "policy",
    "queue", "ring", "stats", "timeline",
  ]

  static let row = Command(
    "show", family: .looking,
    parameters: [.optional("WHAT", .word(parts), "which part; all of them in short without it")],
    summary: "Shows what there is: caches front to back, database, listing, nodes, queue, ring.",
    concept: "cache-aside",
    examples: [CommandExample("show cache", "A: lru 8: user:1 user:3 user:2")],
    isRecorded: false, isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      switch arguments.optionalText("WHAT") {
      case "curve":
        CommandOutcome(CurveCommand.reply(tutor.stage.world.policy, tutor.stage))
      case "stats", "timeline": CommandOutcome(.table(StatsCommand.table(tutor.stage)))
      case "lanes":
        CommandOutcome(tutor.laneTable.map { .table($0) } ?? .text("only one lane runs here"))
      case "log":
        CommandOutcome(
          .text(
            Narrator.captions(of: tutor.stage.log.suffix(20), in: tutor.stage.world)
              .map { Words.stamp($0.tick.ticks(since: tutor.stage.world.epoch)) + "  " + $0.text }
              .joined(separator: "\n")))
      case "movers": CommandOutcome(.text(movers(tutor.stage)))
      case let part: CommandOutcome(.text(text(part, tutor.stage.world)))
      }
    })

  private static func text(_ part: String?, _ world: World) -> String {
    switch part {
    case "cache", "policy": caches(world)
    case "database", "db": database(world)
    case "listing": listing(world)
    case "nodes": nodes(world)
    case "queue": queue(world)
    case "ring": ring(world)
    default: [settings(world), caches(world), database(world)].joined(separator: "\n")
    }
  }

  private static func settings(_ world: World) -> String {
    let guardName = world.pattern.guardName.map { ", guard \($0)" } ?? ""
    return "pattern \(world.pattern.family)\(guardName); "
      + "\(Words.count(world.servers, "server")), \(Words.count(world.inFlight, "request")) in flight"
  }

  /// `A: lru 8: c b a`: front to back, who leaves next at the end.
  static func caches(_ world: World) -> String {
    world.nodes.filter(\.isMember).map { node in
      let state = node.state == .up ? "" : node.state == .crashed ? " (dead)" : " (unreachable)"
      return "\(node.label)\(state): \(CachePicture.text(node.cache, world))"
    }.joined(separator: "\n")
  }

  private static func database(_ world: World) -> String {
    let database = world.database
    guard database.isUp else { return "the database is away" }
    return DatabaseCommand.sentence(world)
      + "; \(Words.count(database.rowCount, "row")), \(Words.count(database.working)) at work, "
      + "\(Words.count(database.queueLength)) waiting"
  }

  private static func listing(_ world: World) -> String {
    let standing = world.standing
    let width = String(world.pattern.lines.count).count
    return world.pattern.lines.enumerated().map { index, line in
      let number = String(index + 1)
      let here = standing.indices.contains(index) ? standing[index] : 0
      return String(repeating: " ", count: width - number.count) + number + " " + line
        + (here > 0 ? "    # \(Words.count(here)) here" : "")
    }.joined(separator: "\n")
  }

  private static func nodes(_ world: World) -> String {
    let keys = world.knownKeys
    var owned = [Int](repeating: 0, count: world.nodes.count)
    var copy = world
    for key in keys { if let owner = copy.owner(of: key) { owned[owner] += 1 } }
    let rows = world.nodes.map { node in
      [
        node.label, node.isMember ? word(node.state) : "removed", Words.count(node.cache.count),
        Words.count(owned[Int(node.id)]), Words.count(node.queue.count),
      ]
    }
    return ReplyText.text(
      ReplyTable(
        title: "", columns: ["node", "state", "entries", "keys", "dirty"], rows: rows))
  }

  private static func word(_ state: CacheNode.State) -> String {
    switch state {
    case .up: "up"
    case .crashed: "dead"
    case .cut: "unreachable"
    }
  }

  /// Every key that the last change of nodes or placement moved, with the reason.
  private static func movers(_ stage: Stage) -> String {
    let world = stage.world
    guard let migration = Migration(in: stage.log, of: world) else {
      return "no node has come or gone, and no rule of placement has changed"
    }
    let summary = migration.summary(in: world)
    guard !migration.moves.isEmpty else { return summary }
    return summary + "\n" + ReplyText.text(migration.table(in: world))
  }

  private static func queue(_ world: World) -> String {
    let writes = world.nodes.flatMap { node in
      node.queue.waiting.map { (node.label, $0, "waits") }
        + node.queue.travelling.map { (node.label, $0, "travels") }
    }
    guard !writes.isEmpty else { return "nothing is promised that the database does not have" }
    return writes.map { label, write, state in
      "\(label): \(world.text(write.key))=\(world.text(write.value)) \(state), "
        + Words.count(write.writes, "write")
    }.joined(separator: "\n")
  }

  private static func ring(_ world: World) -> String {
    let placement = world.placement
    let shares = zip(placement.members, placement.shares).map { member, share in
      "\(member.label) owns \(Words.percent(share))"
    }
    let rule = "placement \(placement.scheme)"
    guard !placement.points.isEmpty else { return ([rule] + shares).joined(separator: "\n") }
    let points = placement.points.prefix(12).map {
      "\(placement.members[$0.member].label) \(PlacementWords.degrees($0.degrees))"
    }
    let more = placement.points.count > 12 ? " …" : ""
    return
      ([rule + ", \(Words.count(placement.points.count, "point"))"] + shares
      + ["clockwise: " + points.joined(separator: ", ") + more]).joined(separator: "\n")
  }
}

/// A cache in one line: `lru 3: c b a`, front to back, `a*` visited, `a·2` counted, `a^` under the
/// hand.
///
/// Where there are several queues each says its name, and those who are remembered and the numbers
/// that the policy steers by come behind: `arc 3: frequent a | recent d c | recent ghosts b | p 1`.
enum CachePicture {
  static let keyLimit = 40

  static func text(_ cache: Cache, _ world: World) -> String {
    let inspection = cache.inspection(limit: keyLimit)
    let queues = inspection.queues.map { queue in
      let keys = queue.entries.compactMap { inspected -> String? in
        guard let entry = cache.entry(at: inspected.slot) else { return nil }
        let dead = entry.hasExpired(at: world.now) ? "†" : ""
        let hand = inspected.slot == inspection.hand ? "^" : ""
        return world.text(entry.key) + badge(inspected.badge) + hand + dead
      }
      let name = inspection.queues.count > 1 ? [queue.name] : []
      return (name + keys).joined(separator: " ")
    }
    let ghosts = inspection.ghosts.filter { $0.count > 0 }.map { list in
      ([list.name] + list.keys.map { world.text($0) }).joined(separator: " ")
        + (list.count > list.keys.count ? " …" : "")
    }
    let figures = inspection.figures.map { "\($0.name) \(Words.number($0.value))" }
    let more = cache.count > keyLimit ? " … \(Words.count(cache.count)) in all" : ""
    let text = (queues + ghosts + figures).joined(separator: " | ")
    return "\(cache.policyName) \(Words.count(cache.capacity)):"
      + (cache.count == 0 ? " empty" : " " + text + more)
  }

  private static func badge(_ badge: InspectedEntry.Badge) -> String {
    switch badge {
    // The order says it.
    case .none, .ago, .idle, .worth: ""
    case .visited: "*"
    case .count(let count): "·\(count)"
    }
  }
}
