/// `author`: the author's way through a solved part, beside one's own.
enum LessonAuthorCommand {
  static let row = Command(
    "author", family: .lessons,
    summary: "Runs the author's way through a solved part and shows it beside yours.",
    concept: "lessons",
    examples: [
      CommandExample(
        "lesson cache-aside ; read user:1 ; author",
        """
        Your way beside the author's
                       you     author
        commands       1       1
        hits           0       0
        misses         1       1
        loads          1       1
        slowest        102 ms  102 ms
        mean           102 ms  102 ms
        failed         0       0
        database busy  100 ms  100 ms
        you     read user:1
        author  read user:1
        1 command, 1 load; author: 1 command, 1 load (100 %).
        """)
    ],
    isRecorded: false, isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      guard let run = tutor.run else { throw .outsideLessons(command: "author") }
      guard run.isSolved else {
        throw .lesson(
          UserMessage(
            "The author's way is shown when the part is solved",
            detail: "Else it would be the answer.", nextStep: "hint helps on the way."),
          at: arguments.place)
      }
      guard let reference = tutor.referenceRun else {
        throw .lesson(
          UserMessage("There was nothing to type in this part", nextStep: "next goes on."),
          at: arguments.place)
      }
      let lines = [
        ReplyText.text(reference.table), "you     " + reference.own.joined(separator: " ; "),
        "author  " + reference.author.joined(separator: " ; "), reference.score + ".",
      ]
      return CommandOutcome(.text(lines.joined(separator: "\n")))
    })
}
