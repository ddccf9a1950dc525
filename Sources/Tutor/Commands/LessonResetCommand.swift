/// `reset step|lesson|sandbox|progress`: four different things, each by its own name.
enum LessonResetCommand {
  static let step = Command(
    "reset step", aliases: ["reset"], family: .lessons,
    summary: "The world as this part began; answers and hints stay.", concept: "lessons",
    examples: [
      CommandExample("lesson cache-aside ; reset step", "Part 1 of 3: One request")
    ],
    isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      try tutor.resetStep(at: arguments.place)
      return CommandOutcome(.text(tutor.whereabouts))
    })

  static let lesson = Command(
    "reset lesson", family: .lessons, summary: "This lesson from its beginning.",
    concept: "lessons",
    examples: [
      CommandExample("lesson cache-aside ; skip ; reset lesson", "Part 1 of 3: One request")
    ],
    isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      guard let lesson = tutor.run?.lesson else { throw .outsideLessons(command: "reset lesson") }
      if lesson.isDetour {
        try tutor.beginDetour(lesson, at: arguments.place)
      } else {
        try tutor.startLesson(lesson.id, at: arguments.place)
      }
      return CommandOutcome(.text(tutor.whereabouts))
    })

  static let sandbox = Command(
    "reset sandbox", family: .lessons, summary: "Leaves the lesson for a fresh world.",
    concept: "lessons", examples: [CommandExample("reset sandbox", "A fresh world.")],
    isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      try tutor.resetSandbox(at: arguments.place)
      return CommandOutcome(.text("A fresh world."))
    })

  static let progress = Command(
    "reset progress", family: .lessons,
    summary: "Forgets what has been done in all lessons.", concept: "lessons",
    examples: [CommandExample("reset progress --force", "forget progress")],
    isUndoable: false,
    warning: { (_, _) in "All that you have solved and answered would be forgotten." },
    apply: { (tutor, arguments) throws(CommandError) in
      guard arguments.isForced else {
        throw .needsForce(
          command: "reset progress",
          loses: "All that you have solved and answered would be forgotten.")
      }
      tutor.progress = Progress()
      return CommandOutcome(.request(.forgetProgress))
    })
}
