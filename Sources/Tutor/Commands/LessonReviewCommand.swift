/// `review` and `ledger`: what was missed, once more, and what it says about one's beliefs.
enum LessonReviewCommand {
  static let review = Command(
    "review", family: .lessons,
    parameters: [
      Parameter(
        "ITEM", .text, isOptional: true, isRepeated: true,
        "all for everything that was missed, or a question such as cache-aside:2.1"),
      .option("round", .count(0...1_000_000_000), "which numbers are asked with"),
    ],
    summary: "Asks again what you missed, with other numbers.", concept: "lessons",
    examples: [CommandExample("review", "Nothing that you missed is due.")],
    isRecorded: false, isUndoable: false, apply: apply)

  static let ledger = Command(
    "ledger", family: .lessons,
    summary: "Lists the beliefs that your wrong answers showed, and what is so instead.",
    concept: "lessons",
    examples: [
      CommandExample(
        "lesson cache-aside 2 ; answer 50 ; ledger",
        """
        No wrong answer of yours has a name yet.
        1 missed question comes back at a later start.
        """)
    ],
    isRecorded: false, isUndoable: false,
    apply: { (tutor, _) throws(CommandError) in CommandOutcome(.text(tutor.ledgerText)) })

  /// The line that is recorded names the questions: a recording knows nothing of earlier sittings.
  private static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let round = arguments.optionalCount("round") ?? tutor.progress.sittings
    let words = arguments.texts("ITEM")
    var items: [ReviewItem] = []
    for (index, word) in words.enumerated() where word.lowercased() != "all" {
      guard let item = ReviewItem(word) else {
        throw .lesson(
          UserMessage(
            "\(word) is no question", nextStep: "review alone asks what is due; review all, all."),
          at: arguments.place(of: "ITEM", index))
      }
      items.append(item)
    }
    if items.isEmpty { items = words.isEmpty ? tutor.progress.due : tutor.progress.missed }
    guard !items.isEmpty else {
      let waiting = tutor.progress.missed.count
      let later = waiting == 0 ? "" : " review all asks \(Words.count(waiting)) all the same."
      return CommandOutcome(.text("Nothing that you missed is due." + later))
    }
    let position = tutor.position
    try tutor.startReview(items, round: round, at: arguments.place)
    let asked = (tutor.run?.lesson.reviewed ?? []).map(\.text).joined(separator: " ")
    tutor.unwritten.append(.command(position, "review \(asked) round=\(round)"))
    return CommandOutcome(.text(tutor.whereabouts))
  }
}

extension Tutor {
  /// The misconceptions that were shown, the most frequent first, and what is still to come back.
  public var ledgerText: String {
    let beliefs = progress.misconceptions
    var lines: [String] = []
    if beliefs.isEmpty { lines.append("No wrong answer of yours has a name yet.") }
    for belief in beliefs {
      var line = "\(belief.name): \(Words.count(belief.count, "time"))"
      let right = timesPutRight(belief.name)
      if right > 0 { line += ", put right \(Words.count(right, "time"))" }
      lines.append(line)
      let truth = Misconception.truth(of: belief.name, in: lessons)
      if !truth.isEmpty { lines.append("  " + truth) }
    }
    let waiting = progress.missed.count
    let due = progress.due.count
    if due > 0 {
      let words = due == 1 ? "is due: review asks it" : "are due: review asks them"
      lines.append("\(Words.count(due, "missed question")) \(words) again.")
    } else if waiting > 0 {
      let words = waiting == 1 ? "comes" : "come"
      lines.append("\(Words.count(waiting, "missed question")) \(words) back at a later start.")
    }
    return lines.joined(separator: "\n")
  }

  /// How often a question that had shown a belief was answered rightly afterwards.
  private func timesPutRight(_ name: String) -> Int {
    progress.lessons.reduce(0) { sum, lesson in
      let places = lesson.predictions.filter { $0.misconception == name }
      return sum
        + places.reduce(0) { $0 + (lesson.review(step: $1.step, number: $1.number)?.streak ?? 0) }
    }
  }
}
