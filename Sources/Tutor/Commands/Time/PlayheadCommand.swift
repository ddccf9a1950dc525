/// `back`, `forward`, `end` and `jump`: walk through what happened, without changing it.
enum PlayheadCommand {
  static let back = move("back", "Goes back to the event before.", .back)
  static let forward = move("forward", "Goes on to the next event.", .forward)
  static let end = move("end", "Goes to the newest event.", .end)

  static let jump = Command(
    "jump", family: .time,
    parameters: [Parameter("@POSITION|MARK", .moment, "where to")],
    summary: "Goes to a position or a mark in the past; nothing changes until you type there.",
    concept: "virtual-time", examples: [CommandExample("jump @0", "jump @0")],
    isRecorded: false, isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      switch arguments.moment("@POSITION|MARK") {
      case .position(let position):
        return CommandOutcome(.request(.playhead(.to(position))))
      case .mark(let name):
        guard let position = tutor.marks.last(where: { $0.name == name })?.position else {
          throw .unknownMark(
            name, known: tutor.marks.map(\.name), at: arguments.place(of: "@POSITION|MARK"))
        }
        return CommandOutcome(.request(.playhead(.to(position))))
      }
    })

  private static func move(_ name: String, _ summary: String, _ move: PlayheadMove) -> Command {
    Command(
      name, family: .time, summary: summary, concept: "virtual-time",
      examples: [CommandExample(name, name)], isRecorded: false, isUndoable: false,
      apply: { (_, _) throws(CommandError) in CommandOutcome(.request(.playhead(move))) })
  }
}
