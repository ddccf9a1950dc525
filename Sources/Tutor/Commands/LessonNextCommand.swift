/// `next` and `skip`: nothing goes on by itself.
enum LessonNextCommand {
  static let next = Command(
    "next", family: .lessons,
    summary: "Goes on to the next part when this one is solved.", concept: "lessons",
    examples: [
      CommandExample(
        "lesson cache-aside ; read user:1 ; next", "Part 2 of 3: A stranger")
    ],
    isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      try tutor.goOn(isForced: false, at: arguments.place)
      return CommandOutcome(.text(tutor.arrival))
    })

  static let skip = Command(
    "skip", family: .lessons,
    summary: "Goes on to the next part although this one is not solved.", concept: "lessons",
    examples: [CommandExample("lesson cache-aside ; skip", "Part 2 of 3: A stranger")],
    isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      try tutor.goOn(isForced: true, at: arguments.place)
      return CommandOutcome(.text(tutor.arrival))
    })
}
