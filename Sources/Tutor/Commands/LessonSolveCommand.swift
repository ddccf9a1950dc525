/// `solve`: the next piece of the solution, placed in the prompt; Enter is the learner's.
enum LessonSolveCommand {
  static let row = Command(
    "solve", family: .lessons,
    summary: "Places the next command of the solution in the prompt; it runs when you say so.",
    concept: "lessons",
    examples: [CommandExample("lesson cache-aside ; solve", "read user:1")],
    isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      let piece = try tutor.nextPieceOfSolution(at: arguments.place)
      let note = piece == "reset step" ? "The solution starts where the part began." : ""
      return CommandOutcome(.request(.place(piece, note: note)))
    })
}
