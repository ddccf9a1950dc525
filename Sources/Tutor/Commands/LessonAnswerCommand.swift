/// `answer WORD…`: the answer to a question, or the order of lines.
enum LessonAnswerCommand {
  static let row = Command(
    "answer", family: .lessons,
    parameters: [.many("WORD", .text, "a letter, a number, words, or the numbers of lines")],
    summary: "Answers the question of the lesson; it is locked in before the event can run.",
    concept: "lessons",
    examples: [
      CommandExample("lesson cache-aside 2 ; answer 102", "Locked in: 102."),
      CommandExample(
        "lesson cache-aside 3 ; answer 2 1", "The lines run in the order 2 1."),
    ],
    isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      let said = try tutor.answer(arguments.texts("WORD"), at: arguments.place(of: "WORD"))
      return CommandOutcome(.text(said))
    })
}
