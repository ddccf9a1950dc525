/// `undo` and `redo`: world and clock as they were; answers are never taken back.
enum UndoCommand {
  static let undo = Command(
    "undo", family: .time,
    summary: "Takes the last command back: world, clock and counts, but no answers.",
    concept: "virtual-time",
    examples: [CommandExample("capacity 2 ; undo", "taken back: capacity 2")],
    isUndoable: false,
    apply: { (tutor, _) throws(CommandError) in
      CommandOutcome(.text("taken back: " + (try tutor.undo())))
    })

  static let redo = Command(
    "redo", family: .time, summary: "Does again what undo took back.", concept: "virtual-time",
    examples: [CommandExample("capacity 2 ; undo ; redo", "done again: capacity 2")],
    isUndoable: false,
    apply: { (tutor, _) throws(CommandError) in
      CommandOutcome(.text("done again: " + (try tutor.redo())))
    })
}

/// `rewind @POSITION`: makes the past the present; what a command typed in the past records.
enum RewindCommand {
  static let row = Command(
    "rewind", family: .time,
    parameters: [Parameter("@POSITION", .position, "where to go on from")],
    summary: "Takes back everything after a position; a command typed in the past does it first.",
    concept: "virtual-time",
    examples: [CommandExample("read user:4 ; rewind @101000", "back at 0.101 s")],
    isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      try tutor.rewind(to: arguments.position("@POSITION"), at: arguments.place(of: "@POSITION"))
      return CommandOutcome(.text("back at " + Words.clock(tutor.stage.world.clock)))
    })
}
