import Simulation

// A line that ends with a colon needs lines below it, and a listing is only taken when all of it can
// be run: so a head and what hangs below it come in one command, `if value is None: return 0`, and
// stand on lines of their own. More of them are parted by ` | `.

/// `edit …`: changes the listing line by line; what runs already keeps the lines it started with.
enum EditCommand {
  private static let line = Parameter("N", .line, "the number of a line")

  static let replace = Command(
    "edit", family: .system, parameters: [line, Parameter("TEXT", .rest, "the new line")],
    summary: "Puts another text on a line; it is indented as the old one was.",
    concept: "cache-aside",
    examples: [
      CommandExample(
        "edit 11 cache.set(key, value, ttl=60s)", "11     cache.set(key, value, ttl=60s)")
    ],
    apply: { (tutor, arguments) throws(CommandError) in
      let number = arguments.count("N")
      try change(&tutor, arguments) { (listing) throws(ListingError) in
        let lines = EditedLines(arguments.text("TEXT"))
        return try lines.below(number, try listing.replacing(line: number, with: lines.first))
      }
      return shown(tutor, number, count: EditedLines(arguments.text("TEXT")).count)
    })

  static let insert = Command(
    "edit insert", family: .system, parameters: [line, Parameter("TEXT", .rest, "the new line")],
    summary: "Puts a new line before a line, which moves down.", concept: "cache-aside",
    examples: [
      CommandExample("edit insert 11 sleep(5ms)", "11     sleep(5ms)"),
      CommandExample(
        "edit insert 10 if value == 0: return", "10     if value == 0:; 11         return"),
    ],
    apply: { (tutor, arguments) throws(CommandError) in
      let number = arguments.count("N")
      try change(&tutor, arguments) { (listing) throws(ListingError) in
        let lines = EditedLines(arguments.text("TEXT"))
        return try lines.below(number, try listing.inserting(lines.first, at: number))
      }
      return shown(tutor, number, count: EditedLines(arguments.text("TEXT")).count)
    })

  static let move = Command(
    "edit move", family: .system,
    parameters: [
      Parameter("FROM", .line, "the line that moves"),
      Parameter("TO", .line, "the number that it gets"),
    ],
    summary: "Moves a line; those between make room.", concept: "cache-aside",
    examples: [CommandExample("edit move 11 10", "10     cache.delete(key)")],
    apply: { (tutor, arguments) throws(CommandError) in
      let target = arguments.count("TO")
      try change(&tutor, arguments) { (listing) throws(ListingError) in
        try listing.moving(line: arguments.count("FROM"), to: target)
      }
      return shown(tutor, target)
    })

  static let delete = Command(
    "edit delete", family: .system, parameters: [line],
    summary: "Takes a line out.", concept: "cache-aside",
    examples: [CommandExample("edit delete 11", "line 11 is gone: cache.delete(key)")],
    apply: { (tutor, arguments) throws(CommandError) in
      let number = arguments.count("N")
      let lines = tutor.stage.world.pattern.lines
      try change(&tutor, arguments) { (listing) throws(ListingError) in
        try listing.deleting(line: number)
      }
      let old = lines.indices.contains(number - 1) ? lines[number - 1].trimmed : ""
      return CommandOutcome(.text("line \(number) is gone: \(old)"))
    })

  static let reset = Command(
    "edit reset", family: .system, summary: "Puts the pattern's own lines back.",
    concept: "cache-aside",
    examples: [CommandExample("edit reset", "the lines of cache-aside are back")],
    apply: { (tutor, arguments) throws(CommandError) in
      try arguments.attempt("") { () throws(WorldError) in
        try tutor.stage.world.resetListing()
      }
      return CommandOutcome(.text("the lines of \(tutor.stage.world.pattern.file.name) are back"))
    })

  private static func change(
    _ tutor: inout Tutor, _ arguments: Arguments,
    _ body: (Listing) throws(ListingError) -> Listing
  ) throws(CommandError) {
    do {
      try tutor.stage.world.edit(body)
    } catch {
      if case .listing(let problem) = error,
        case .noSuchLine(let line, let count) = problem.problem
      {
        throw .nothingOnTheLine(
          line, lines: count, at: arguments.place(of: arguments.has("N") ? "N" : "FROM"))
      }
      throw .world(error, at: arguments.place(of: arguments.has("TEXT") ? "TEXT" : "N"))
    }
  }

  /// The lines as they stand now.
  private static func shown(_ tutor: Tutor, _ number: Int, count: Int = 1) -> CommandOutcome {
    let lines = tutor.stage.world.pattern.lines
    let places = (number..<(number + count)).filter { lines.indices.contains($0 - 1) }
    guard !places.isEmpty else { return CommandOutcome(.ok) }
    return CommandOutcome(
      .text(places.map { "\($0) \(lines[$0 - 1])" }.joined(separator: "; ")))
  }
}
