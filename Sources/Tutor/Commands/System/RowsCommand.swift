import CacheEngine
import Simulation

/// `rows KEY=VALUE…`: puts rows into the database, without time or traffic.
enum RowsCommand {
  static let row = Command(
    "rows", family: .system,
    parameters: [.many("KEY=VALUE", .row, "a row, or a range of keys that get rows of their own")],
    summary: "Puts rows into the database: no time, no traffic, and no cache hears of it.",
    concept: "database",
    examples: [
      CommandExample("rows user:9=Ida", "the database has 9 rows"),
      CommandExample("rows city:1..1000", "the database has 1 008 rows"),
    ], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    for row in arguments.rows("KEY=VALUE") {
      let keys = tutor.stage.world.intern([row.keys])
      guard let value = row.value else {
        tutor.stage.world.makeRows(keys)
        continue
      }
      let symbol = tutor.stage.world.intern(value)
      for key in keys { tutor.stage.world.putRow(key, value: symbol) }
    }
    let count = tutor.stage.world.database.rowCount
    return CommandOutcome(.text("the database has \(Words.count(count, "row"))"))
  }
}

/// `row KEY`: looks at a row, without time.
enum RowCommand {
  static let row = Command(
    "row", family: .system, parameters: [Parameter("KEY", .key, "whose row")],
    summary: "Shows the row of the database: no time, and nobody is asked.",
    concept: "database",
    examples: [CommandExample("row user:1", "Ada")],
    isRecorded: false, isUndoable: false, apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let world = tutor.stage.world
    let bytes = arguments.key("KEY")
    guard let key = world.symbols.find(bytes), let row = world.database.row(of: key) else {
      let name = String(decoding: bytes, as: UTF8.self)
      let known = world.database.keys.prefix(1_000).map { world.text($0) }
      throw .noRow(
        name, suggestion: NearestWord.suggestion(for: name, among: known),
        at: arguments.place(of: "KEY"))
    }
    return CommandOutcome(.text(world.text(row.value)))
  }
}
