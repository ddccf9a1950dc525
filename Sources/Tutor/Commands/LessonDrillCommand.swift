/// `drill LESSON`: puzzles out of a lesson's own program.
enum LessonDrillCommand {
  static let row = Command(
    "drill", family: .lessons,
    parameters: [
      .optional("LESSON", .lesson, "whose program; the one that is being done if none is named"),
      .option("round", .count(0...1_000_000_000), "which puzzles: others with another number"),
    ],
    summary: "Makes puzzles of a lesson's program: lines to sort, and a line that is missing.",
    concept: "lessons",
    examples: [
      CommandExample("drill cache-aside round=1", "Part 1 of 2: The lines of read")
    ],
    isRecorded: false, isUndoable: false, apply: apply)

  /// The line that is recorded names lesson and round: it has to give the same puzzles again.
  private static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let present = tutor.run?.lesson.isDetour == false ? tutor.run?.lesson.id : nil
    guard let id = arguments.optionalText("LESSON") ?? present ?? tutor.lessons.first?.id else {
      throw .outsideLessons(command: "drill")
    }
    guard let lesson = tutor.lessons.first(where: { $0.id == id }) else {
      let suggestion = NearestWord.suggestion(for: id, among: tutor.lessons.map(\.id))
      throw .unknownLesson(id, suggestion: suggestion, at: arguments.place(of: "LESSON"))
    }
    let round = arguments.optionalCount("round") ?? tutor.progress.sittings
    guard let drill = Drill(tutor: tutor, source: lesson, round: round).lesson() else {
      throw .lesson(
        UserMessage(
          "The program of \(id) makes no puzzle", nextStep: "drill takes another lesson's name."),
        at: arguments.place)
    }
    let position = tutor.position
    try tutor.beginDetour(drill, at: arguments.place)
    tutor.unwritten.append(.command(position, "drill \(id) round=\(round)"))
    return CommandOutcome(.text(tutor.whereabouts))
  }
}
