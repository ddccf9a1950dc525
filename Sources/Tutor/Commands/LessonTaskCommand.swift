/// `task`: what is to be done, once more.
enum LessonTaskCommand {
  static let row = Command(
    "task", family: .lessons,
    summary: "Shows the text of this part and how far each of its goals is.", concept: "lessons",
    examples: [
      CommandExample(
        "lesson cache-aside ; task",
        """
        The application owns the cache
        Part 1 of 3: One request
        Ask for user:1.
        ✗ a request went all the way — now 0 (misses ≥ 1)
        """)
    ],
    isRecorded: false, isUndoable: false,
    apply: { (tutor, _) throws(CommandError) in
      guard tutor.run != nil else { throw .outsideLessons(command: "task") }
      return CommandOutcome(.text(tutor.taskText))
    })
}
