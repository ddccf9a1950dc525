/// `hint`: the next rung of the ladder.
enum LessonHintCommand {
  static let row = Command(
    "hint", family: .lessons,
    summary: "Gives the next hint; the last one can be run as it stands.", concept: "lessons",
    examples: [
      CommandExample("lesson cache-aside ; hint", "Hint 1 of 3: Nobody has asked yet.")
    ],
    isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      let hint = try tutor.giveHint(at: arguments.place)
      let count = tutor.run?.step.hints.count ?? 0
      let given = tutor.run?.hints.count ?? 0
      let words = [tutor.run?.preface, hint.text].compactMap { $0 }.filter { !$0.isEmpty }
      let text =
        "Hint \(given) of \(count)" + (words.isEmpty ? "" : ": " + words.joined(separator: " "))
      return CommandOutcome(
        hint.commands.isEmpty ? .text(text) : .request(.place(hint.commands, note: text)))
    })
}
