import CacheEngine
import Simulation

/// `why KEY`: what became of a key, and what would have changed it.
enum WhyCommand {
  static let row = Command(
    "why", family: .looking,
    parameters: [
      Parameter("KEY", .key, "a key, a kind of event, a number of goals, or a request's number")
    ],
    summary: "Explains a key, an event or a number: why it is so, and what would have changed it.",
    concept: "hit-and-miss",
    examples: [
      CommandExample("why user:1", "user:1 is in cache A: Ada, for 60 s more"),
      CommandExample(
        "capacity 2 ; why evicted",
        "at 0.000 s: user:2 leaves cache A: nobody has been silent longer; "
          + "it was last asked for 3 requests ago\n"
          + "in its place would have left user:3 under random, sampled-lfu and sampled-lru "
          + "and user:1 under mru"),
    ],
    isRecorded: false, isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      CommandOutcome(
        .text(Why(arguments.key("KEY"), in: tutor).lines.joined(separator: "\n")))
    })
}

/// `rules`: the constants and sentences that the numbers rest on.
enum RulesCommand {
  static let row = Command(
    "rules", family: .looking,
    parameters: [.optional("WORD", .text, "only rules in which this word stands")],
    summary: "Shows the rules and constants that all numbers here rest on.", concept: "latency",
    examples: [CommandExample("rules None", "cache.set(key, None) stores nothing.")],
    isRecorded: false, isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      let lines = lines(tutor.stage.world)
      guard let word = arguments.optionalText("WORD") else {
        return CommandOutcome(.text(lines.joined(separator: "\n")))
      }
      let found = lines.filter { $0.lowercased().contains(word.lowercased()) }
      return CommandOutcome(
        .text(found.isEmpty ? "no rule speaks of \(word)" : found.joined(separator: "\n")))
    })

  static func lines(_ world: World) -> [String] {
    let width = RuleName.all.map(\.name.count).max() ?? 0
    let constants = RuleName.all.map { rule in
      rule.name + String(repeating: " ", count: width - rule.name.count) + "  "
        + Words.duration(world.rules[keyPath: rule.path]) + "  " + rule.explanation
    }
    let settings = [
      DatabaseCommand.sentence(world), ClientCommand.sentence(world.rules),
      "the write queue has \(Words.count(world.rules.queueLimit, "place"))",
    ]
    return constants + settings + StatedRules.all
  }
}

/// `log [FILTER…]`: what happened, filtered.
enum LogCommand {
  static let row = Command(
    "log", family: .looking,
    parameters: [
      Parameter(
        "WORD", .filter, isOptional: true, isRepeated: true,
        "kinds of events, key:…, node:…, actor:…, request:…")
    ],
    summary: "Shows what happened; words choose kinds of events, keys, nodes and actors.",
    concept: "events",
    examples: [
      CommandExample(
        "read user:4 ; log miss key:user:4", "0.001  cache A does not have user:4: a miss")
    ],
    isRecorded: false, isUndoable: false,
    apply: { (_, arguments) throws(CommandError) in
      CommandOutcome(.request(.filterLog(arguments.optionalFilter("WORD")?.text ?? "")))
    })
}

/// `stats`: the numbers of the step.
enum StatsCommand {
  static let row = Command(
    "stats", family: .looking,
    summary: "Shows the numbers since the step began, and those of the last command.",
    concept: "hit-ratio",
    examples: [
      CommandExample(
        "read user:4 ; stats",
        """
                   last command  step
        answered   1             1
        misses     1             1
        hit ratio  0.00          0.00
        mean       102 ms        102 ms
        p50        102 ms        102 ms
        p95        102 ms        102 ms
        p99        102 ms        102 ms
        slowest    102 ms        102 ms
        loads      1             1
        """)
    ],
    isRecorded: false, isUndoable: false,
    apply: { (tutor, _) throws(CommandError) in CommandOutcome(.table(table(tutor.stage))) })

  static func table(_ stage: Stage) -> ReplyTable {
    let columns = [stage.command, stage.step]
    func row(_ name: String, _ value: (Tally) -> String) -> [String] {
      [name] + columns.map(value)
    }
    func time(_ ticks: Int64?) -> String { ticks.map { Words.latency($0 / 1_000 * 1_000) } ?? "–" }
    let rows = [
      row("answered") { Words.count($0.answered) }, row("failed") { Words.count($0.failed) },
      row("hits") { Words.count($0.hits) }, row("misses") { Words.count($0.misses) },
      row("hit ratio") { $0.hitRatio.map { Words.ratio($0) } ?? "–" },
      row("mean") { time($0.meanLatency) }, row("p50") { time($0.percentile(50)) },
      row("p95") { time($0.percentile(95)) }, row("p99") { time($0.percentile(99)) },
      row("slowest") { time($0.slowest) },
      row("loads") { Words.count($0.loads) }, row("wasted") { Words.count($0.wasted) },
      row("rows stored") { Words.count($0.rowsStored) },
      row("longest queue") { Words.count($0.peakQueue) },
      row("evicted") { Words.count($0[.evicted]) }, row("expired") { Words.count($0[.expired]) },
      row("lost") { Words.count($0[.lost]) }, row("moved") { Words.count($0.moved) },
    ]
    let telling = rows.filter { $0.dropFirst().contains { !["0", "–"].contains($0) } }
    return ReplyTable(
      title: telling.isEmpty ? "nothing to count yet" : "",
      columns: ["", "last command", "step"], rows: telling)
  }
}

/// `follow A|N`: the locals of a running request.
enum FollowCommand {
  static let row = Command(
    "follow", family: .looking,
    parameters: [Parameter("A", .requestNumber, "its letter, or its number in the log")],
    summary: "Shows where a running request stands and the values that it works with.",
    concept: "races",
    examples: [
      CommandExample(
        "begin write user:2 Bo ; follow A",
        "write of user:2 on line 10: db.store(key, value)\nkey = user:2\nvalue = Bo")
    ], isRecorded: false, isUndoable: false, apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let world = tutor.stage.world
    let name: String
    let request: RequestView?
    switch arguments.choice("A") {
    case .letter(let index):
      name = Words.letter(index)
      request = world.runningRequests.first { $0.hand == index }
    case .number(let number):
      name = "\(number)"
      request = world.runningRequests.first { $0.id == number }
    case .all: return CommandOutcome(.ok)
    }
    guard let request else { throw .noSuchRequest(name, at: arguments.place(of: "A")) }
    let lines = world.pattern.lines
    let line = lines.indices.contains(request.line - 1) ? lines[request.line - 1].trimmed : ""
    let kind = request.kind == .write ? "write" : "read"
    let head = "\(kind) of \(world.text(request.key)) on line \(request.line): \(line)"
    let locals = (world.locals(of: request.id) ?? []).map { "\($0.name) = \($0.value)" }
    return CommandOutcome(.text(([head] + locals).joined(separator: "\n")))
  }
}

/// `help [COMMAND]`.
enum HelpCommand {
  static let row = Command(
    "help", aliases: ["?"], family: .looking,
    parameters: [
      Parameter(
        "COMMAND", .topic, isOptional: true, isRepeated: true, "a command or its first word")
    ],
    summary: "Lists all commands, or explains one: how it is written, what it costs, an example.",
    concept: "help",
    examples: [
      CommandExample(
        "help read",
        """
        read KEY
        Sends one read through the pattern and waits for its answer.
        KEY  what is asked for
        Costs: a hit 1 ms, a miss 102 ms with cache-aside.
        See: cache-aside, lesson cache-aside
        For example: read user:1
        """)
    ], isRecorded: false, isUndoable: false,
    apply: { (_, arguments) throws(CommandError) in
      let topic = arguments.optionalText("COMMAND")
      if let topic, !Help.knows(topic) {
        throw .unknownCommand(
          topic, suggestion: NearestWord.suggestion(for: topic, among: Help.topics),
          at: arguments.place(of: "COMMAND"))
      }
      return CommandOutcome(.request(.showHelp(topic: topic)))
    })
}
