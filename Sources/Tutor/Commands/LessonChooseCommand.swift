/// `lesson ID` and `lessons`: any lesson, at any time, in any order.
enum LessonChooseCommand {
  static let lesson = Command(
    "lesson", family: .lessons,
    parameters: [
      Parameter("LESSON", .lesson, "its id, as lessons lists it"),
      .optional("PART", .count(1...LessonLimits.steps), "which part to start at, from 1"),
    ],
    summary: "Starts a lesson, at its beginning or at one of its parts.", concept: "lessons",
    examples: [
      CommandExample("lesson cache-aside", "Part 1 of 3: One request"),
      CommandExample("lesson cache-aside 2", "Part 2 of 3: A stranger"),
    ],
    isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      let part = arguments.optionalCount("PART") ?? 1
      let isPart = arguments.has("PART")
      try tutor.startLesson(
        arguments.text("LESSON"), step: part, at: arguments.place(of: isPart ? "PART" : "LESSON"))
      return CommandOutcome(.text(tutor.arrival))
    })

  static let lessons = Command(
    "lessons", family: .lessons,
    summary: "Lists all lessons: what they take, and what of them is done.", concept: "lessons",
    examples: [
      CommandExample(
        "lessons",
        """
        Lessons
        id           title                           takes  done  builds on
        cache-aside  The application owns the cache  1 min
        """)
    ],
    isRecorded: false, isUndoable: false,
    apply: { (_, _) throws(CommandError) in CommandOutcome(.request(.showLessons)) })
}
