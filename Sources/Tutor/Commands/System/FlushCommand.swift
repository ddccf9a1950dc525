import Simulation

/// `flush`, `flush off` and `flush every 5s batch=100 limit=20`: the flusher of write-behind, and
/// its queue.
enum FlushCommand {
  static let now = Command(
    "flush", family: .system,
    summary: "Stores one batch of write-behind's queue now, and waits for the database.",
    cost: "one query", concept: "write-behind",
    examples: [
      CommandExample(
        "pattern write-behind ; write user:1 Adele ; flush",
        """
        the database takes a batch
        the database stores Adele for user:1
        a batch of 1 row is stored
        """)
    ],
    apply: { (tutor, arguments) throws(CommandError) in
      try checkFlusher(in: tutor.stage.world, at: arguments.place)
      guard let group = tutor.stage.world.flushNow() else { return CommandOutcome(.ok) }
      return CommandOutcome(.ok, run: .group(group))
    })

  static let off = Command(
    "flush off", family: .system,
    summary: "Lets write-behind store nothing until you flush, or set flush every.",
    concept: "write-behind",
    examples: [
      CommandExample(
        "pattern write-behind ; flush off",
        "the queue is stored when you say flush, and only then")
    ],
    apply: { (tutor, arguments) throws(CommandError) in
      try checkFlusher(in: tutor.stage.world, at: arguments.place)
      tutor.stage.world.setFlusher(on: false)
      return CommandOutcome(.text("the queue is stored when you say flush, and only then"))
    })

  static let row = Command(
    "flush every", family: .system,
    parameters: [
      Parameter("D", .duration, "how often the queue is stored"),
      .option("batch", .count(1...100), "rows of one batch"),
      .option("limit", .count(1...1_000_000), "places in the queue; writers wait when it is full"),
    ],
    summary: "Sets how often write-behind stores its queue, and how much goes into it.",
    concept: "write-behind",
    examples: [
      CommandExample(
        "pattern write-behind ; flush every 1s batch=50 limit=20",
        "the queue is stored every 1 s, 50 rows at a time; it has 20 places")
    ], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let period = arguments.duration("D")
    if !tutor.stage.world.isFlusherOn { tutor.stage.world.setFlusher(on: true) }
    try set(&tutor, "every", to: Words.literal(duration: period), arguments, at: "D")
    if let batch = arguments.optionalCount("batch") {
      try set(&tutor, "batch", to: "\(batch)", arguments, at: "batch")
    }
    if let limit = arguments.optionalCount("limit") { tutor.stage.world.setQueueLimit(limit) }
    let world = tutor.stage.world
    let batch = world.pattern.listing.value(of: "batch") ?? "100"
    return CommandOutcome(
      .text(
        "the queue is stored every \(Words.duration(period)), \(batch) rows at a time; "
          + "it has \(Words.count(world.rules.queueLimit, "place"))"))
  }

  private static func checkFlusher(in world: World, at place: Range<Int>) throws(CommandError) {
    guard !world.hasFlusher else { return }
    let known = world.pattern.listing.options.filter { !$0.isGuardOption }.map(\.name)
    throw .noSetting("flush", pattern: world.pattern.family, known: known, at: place)
  }

  private static func set(
    _ tutor: inout Tutor, _ name: String, to value: String, _ arguments: Arguments, at place: String
  ) throws(CommandError) {
    try PatternOptions.check(name, in: tutor.stage.world, at: arguments.place(of: place))
    try arguments.attempt(place) { () throws(WorldError) in
      try tutor.stage.world.setPatternOption(name, to: value)
    }
  }
}

/// What can be set in the pattern that runs.
enum PatternOptions {
  /// Throws when the pattern in force has no such option.
  static func check(_ name: String, in world: World, at place: Range<Int>) throws(CommandError) {
    let known = world.pattern.listing.options.filter { !$0.isGuardOption }.map(\.name)
    guard !known.contains(name) else { return }
    throw .noSetting(name, pattern: world.pattern.family, known: known, at: place)
  }
}
