import Simulation

/// `again`: the day of the part once more, under the rules that hold now.
enum LessonAgainCommand {
  static let row = Command(
    "again", family: .lessons,
    summary:
      "Lives the day of this part once more, from empty caches, under the rules as they are.",
    cost: "as long as the day", concept: "lessons",
    examples: [
      CommandExample(
        "lesson cache-aside ; again",
        "the day again, from empty caches: 0 hits of 0 with 100 places")
    ],
    isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      try tutor.liveAgain(at: arguments.place)
      let tally = tutor.stage.command
      let capacity = Words.count(tutor.stage.world.capacity, "place")
      return CommandOutcome(
        .text(
          "the day again, from empty caches: \(Words.count(tally.hits)) hits of "
            + "\(Words.count(tally.answered)) with \(capacity)"))
    })
}

extension Tutor {
  /// Empties all caches and plays the part's day, from its first mark on, with the same requests.
  mutating func liveAgain(at place: Range<Int>) throws(CommandError) {
    guard let run, !run.isFinished else { throw .outsideLessons(command: "again") }
    let day = run.step.day
    guard !day.isEmpty else {
      throw .lesson(
        UserMessage(
          "This part has no day to live again", nextStep: "reset step begins it anew."), at: place)
    }
    if let index = run.openQuestion { throw .needsAnswer(question: run.questions[index].text) }
    stage.beginCommand()
    restartTimeline()
    stage.world.repeatArrivals()
    for index in stage.rivals.indices { stage.rivals[index].world.repeatArrivals() }
    do {
      try playInside([SourceText("FLUSHALL", line: run.step.line)] + day)
    } catch {
      throw error.refusal(of: run.lesson).error(at: place)
    }
    stage.endCommand()
    self.run?.hasTried = true
  }
}

extension LessonStep {
  /// What the part lives through from its first mark on; empty when it sets none.
  var day: [SourceText] {
    let lines = (setup?.commands ?? []) + (opening?.commands ?? [])
    return Array(lines.drop { !$0.text.hasPrefix("mark ") })
  }
}
