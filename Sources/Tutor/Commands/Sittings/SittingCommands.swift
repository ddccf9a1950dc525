/// `mark NAME`: a chapter mark in the session.
enum MarkCommand {
  static let row = Command(
    "mark", family: .lessons,
    parameters: [Parameter("NAME", .rest, "what to call this moment")],
    summary: "Sets a mark here; jump and a replay find it again.", concept: "sessions",
    examples: [CommandExample("mark the lock holds", "marked: the lock holds")],
    isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      let name = arguments.text("NAME")
      tutor.marks.append(SessionMark(name: name, position: tutor.position))
      tutor.stage.beginPhase(name)
      return CommandOutcome(.text("marked: " + name))
    })
}

/// `save [PATH]`: a copy of the session.
enum SaveCommand {
  static let row = Command(
    "save", family: .lessons,
    parameters: [.optional("PATH", .text, "where to; a name is made up without it")],
    summary: "Writes a copy of this session to a file; recording goes on by itself.",
    concept: "sessions", examples: [CommandExample("save herd.session", "save herd.session")],
    isRecorded: false, isUndoable: false,
    apply: { (_, arguments) throws(CommandError) in
      CommandOutcome(.request(.save(path: arguments.optionalText("PATH"))))
    })
}

/// `quit`.
enum QuitCommand {
  static let row = Command(
    "quit", aliases: ["exit"], family: .lessons,
    summary: "Leaves; the next start goes on from here.", concept: "sessions",
    examples: [CommandExample("quit", "quit")], isRecorded: false, isUndoable: false,
    apply: { (_, _) throws(CommandError) in CommandOutcome(.request(.quit)) })
}

/// A named moment of a session.
public struct SessionMark: Hashable, Sendable {
  public let name: String
  public let position: SessionPosition
}
