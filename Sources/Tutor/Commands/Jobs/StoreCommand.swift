import CacheEngine
import Simulation

/// `store KEY=VALUE…`: you do the flusher's job.
enum StoreCommand {
  static let row = Command(
    "store", family: .jobs,
    parameters: [.many("KEY=VALUE", .row, "a row that the database is to get")],
    summary: "You are the flusher: these rows go to the database as one batch, and wait no more.",
    concept: "write-behind",
    examples: [
      CommandExample(
        "pattern write-behind ; flush off ; write user:1 Adele ; store user:1=Adele",
        "stored 1 row; the cache says the same")
    ], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    var rows: [(key: Symbol, value: Symbol)] = []
    for row in arguments.rows("KEY=VALUE") {
      for key in tutor.stage.world.intern([row.keys]) {
        let value = row.value.map { tutor.stage.world.intern($0) } ?? key
        rows.append((key, value))
      }
    }
    tutor.stage.world.storeByHand(rows)
    let count = Words.count(rows.count, "row")
    let different = disagreements(rows.map(\.key), in: tutor.stage.world)
    return CommandOutcome(
      .text(
        "stored \(count); "
          + (different.isEmpty ? "the cache says the same" : different.joined(separator: "; "))))
  }

  /// Each key of which row and entry differ, with both.
  private static func disagreements(_ keys: [Symbol], in world: World) -> [String] {
    var told: [Symbol] = []
    var sentences: [String] = []
    for key in keys where !told.contains(key) {
      told.append(key)
      let row = world.database.row(of: key).map { world.text($0.value) } ?? "nothing"
      let entry = world.entry(key)?.entry
      let value = entry.flatMap { $0.expiresAt > world.now ? world.text($0.value) : nil }
      guard value != row else { continue }
      sentences.append(
        "\(world.text(key)): the database has \(row), the cache \(value ?? "nothing")")
    }
    return sentences
  }
}
