import Simulation

/// `kill holder`: the process that holds the lock stops, without its `finally`.
enum KillHolderCommand {
  static let row = Command(
    "kill holder", family: .faults,
    summary: "Stops the process that holds the lock: it runs nothing more, not even finally.",
    concept: "lock",
    examples: [
      CommandExample(
        "guard lock ; herd user:4 3 & ; until lock ; kill holder",
        "the process that held the lock of user:4 is gone")
    ], apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let running = tutor.stage.world.runningRequests
    guard let holder = tutor.stage.world.killHolder() else {
      throw .world(.nobodyHoldsALock, at: arguments.place)
    }
    let key = running.first { $0.id == holder }.map { tutor.stage.world.text($0.key) }
    return CommandOutcome(
      .text("the process that held the lock\(key.map { " of " + $0 } ?? "") is gone"))
  }
}

/// `slow db`, `down db`, `up db`.
enum DatabaseFaultCommand {
  static let slow = Command(
    "slow db", family: .faults, parameters: [Parameter("D", .duration, "the work of one query")],
    summary: "Sets the work of one query; it does not add to it.", concept: "failure",
    examples: [CommandExample("slow db 500ms", "one query takes 500 ms now")],
    apply: { (tutor, arguments) throws(CommandError) in
      let ticks = arguments.duration("D")
      tutor.stage.world.setDatabase(latency: ticks)
      return CommandOutcome(.text("one query takes \(Words.duration(ticks)) now"))
    })

  static let down = Command(
    "down db", family: .faults,
    parameters: [.optional("D", .duration, "for how long; until up db without it")],
    summary: "Takes the database away: what it was doing fails, and what comes is refused.",
    concept: "failure",
    examples: [CommandExample("down db 5s", "the database is away for 5 s")],
    apply: { (tutor, arguments) throws(CommandError) in
      let ticks = arguments.optionalDuration("D")
      tutor.stage.world.takeDatabaseDown(for: ticks)
      let end = ticks.map { " for " + Words.duration($0) } ?? ", until up db"
      return CommandOutcome(.text("the database is away" + end))
    })

  static let up = Command(
    "up db", family: .faults, summary: "Brings the database back.", concept: "failure",
    examples: [CommandExample("down db ; up db", "the database is back")],
    apply: { (tutor, _) throws(CommandError) in
      guard !tutor.stage.world.database.isUp else {
        return CommandOutcome(.text("the database is up already"))
      }
      tutor.stage.world.restoreDatabase()
      return CommandOutcome(.text("the database is back"))
    })
}
