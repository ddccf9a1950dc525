// The lesson in words, for `task`, lists and `--plain`.

extension Tutor {
  /// `Part 3 of 7: You are the application`; the end of the lesson; or the sandbox.
  public var whereabouts: String {
    guard let run else { return "The sandbox: no lesson is being done." }
    if run.isFinished {
      return "\(run.lesson.title): that was the last part. next goes on to the next lesson."
    }
    return "Part \(run.stepIndex + 1) of \(run.lesson.steps.count): \(run.step.title)"
  }

  /// The text of the part, its questions, and how far each goal is, with the claim behind it.
  public var taskText: String {
    guard let run else { return whereabouts }
    var lines = [run.lesson.title, whereabouts]
    lines += Prose.plainText(run.text).split(separator: "\n").map { String($0) }
    for question in run.questions {
      if question.answer == nil {
        lines.append(question.text)
        if question.prediction.form == .choice {
          lines += question.options.map { "  \($0.letter)  \($0.text)" }
        }
      } else {
        let review = question.review
        lines += review.isEmpty ? question.said.map { ["You said  \($0)"] } ?? [] : review
      }
    }
    if run.part == .task, let order = run.step.order {
      lines += order.lines.enumerated().map { "  \($0.offset + 1)  \($0.element.text)" }
    }
    lines += run.goals.map { status in
      "\(status.holds ? "✓" : "✗") \(status.line) (\(status.verdict.claimText))"
    }
    if let feedback = run.feedback { lines.append(feedback) }
    if run.offersHelp { lines.append("Stuck? hint gives a hint.") }
    if let partScore { lines.append(partScore + ".") }
    if run.isFinished, let score = score(of: run.lesson) { lines += score.lines }
    return lines.joined(separator: "\n")
  }

  /// The panels of the lesson, the most important first, of a review those of the lesson that asks;
  /// nil in the sandbox.
  public var lessonPanels: [String]? {
    guard let run else { return nil }
    guard run.lesson.isReview else { return run.lesson.panels.map(\.text) }
    let asked = run.lesson.reviewed[run.stepIndex].lesson
    return lessons.first { $0.id == asked }?.panels.map(\.text) ?? []
  }

  /// Where a lesson begins, and what it builds on; at its end, the score.
  var arrival: String {
    guard let run else { return whereabouts }
    if run.isFinished, let score = score(of: run.lesson) {
      return ([whereabouts] + score.lines).joined(separator: "\n")
    }
    guard run.stepIndex == 0, let needs = needsText(of: run.lesson) else { return whereabouts }
    return whereabouts + "\n" + needs
  }

  /// Every lesson with its state, for lists.
  public var lessonTable: ReplyTable {
    let rows = lessons.map { lesson in
      let done = progress[lesson.id]
      let share = lesson.steps.isEmpty ? 0 : done.steps.count * 100 / lesson.steps.count
      let state =
        switch done.status {
        case .untouched: ""
        case .started: "\(share) %"
        case .solved: "done"
        }
      let needs = unmetNeeds(of: lesson).map(\.id).joined(separator: ", ")
      return [lesson.id, lesson.title, "\(lesson.minutes) min", state, needs]
    }
    return ReplyTable(
      title: "Lessons", columns: ["id", "title", "takes", "done", "builds on"], rows: rows)
  }
}
