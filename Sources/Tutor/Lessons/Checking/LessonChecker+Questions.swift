// Predictions: the options say different things, the right one is what happens, and no wrong one is.

extension LessonChecker {
  mutating func checkQuestions(_ end: Tutor) {
    for question in end.run?.questions ?? [] {
      row.predictions += 1
      checkDifferent(question)
      for option in question.options {
        if !option.isRight, option.isRival, let truth = option.truth, truth == option.text {
          report(.wrongOptionIsTrue(option.text), at: option.line)
        }
      }
      checkProven(question)
    }
  }

  /// A number in the question's own text that comes of its commands is not there yet.
  ///
  /// What an opening has brought about may be told, and so may what has its commands after a bar.
  mutating func checkAsked(_ start: Tutor) {
    for prediction in start.run?.questions.map(\.prediction) ?? [] {
      let commands = prediction.script.commands
      guard !commands.isEmpty, !prediction.question.isPlain else { continue }
      for computation in prediction.question.computations {
        let rival = computation.commands.map { SourceText($0, line: prediction.line) }
        let asked = rival.isEmpty ? start : (try? start.rehearsed([], rival: rival))
        guard let asked, let played = try? start.rehearsed(commands, rival: rival) else {
          continue
        }
        let (now, then) = (computation.figure(on: asked), computation.figure(on: played))
        guard now.reason != nil || now.number == 0, now != then else { continue }
        report(
          .earlyFigure(computation.subject.text, now: now.text, then: then.text),
          at: prediction.question.source.line)
      }
    }
  }

  mutating func reportUnanswerable(_ question: LessonQuestion) {
    let right = question.right
    report(
      .emptyFigure(
        question.prediction.right?.text.source.text ?? "the answer",
        reason: right?.figure?.reason ?? "it is no number"),
      at: right?.line ?? question.prediction.line)
  }

  private mutating func checkDifferent(_ question: LessonQuestion) {
    for (index, option) in question.options.enumerated() {
      for other in question.options[..<index] where isSame(option, other, in: question) {
        report(.sameOptions(other.text, option.text), at: max(option.line, other.line))
      }
    }
  }

  private func isSame(
    _ option: LessonQuestion.Option, _ other: LessonQuestion.Option, in question: LessonQuestion
  ) -> Bool {
    if option.text == other.text { return true }
    guard case .number(let tolerance) = question.prediction.form, let left = option.number,
      let right = other.number
    else { return false }
    // A rival within the tolerance could not be told from the truth.
    return (left - right).magnitude <= tolerance.distance(from: option.isRight ? left : right)
  }

  /// Beside computed rivals a right option in plain words would be an opinion.
  private mutating func checkProven(_ question: LessonQuestion) {
    guard let right = question.right, right.truth == nil else { return }
    let truths = question.options.compactMap(\.truth)
    if !truths.isEmpty, !truths.contains(right.text) {
      report(.unprovenOption(right.text), at: right.line)
    }
  }
}

extension Template.Computation {
  /// What it comes to in the world of a tutor, as a question counts.
  fileprivate func figure(on tutor: Tutor) -> ClaimFigure {
    GoalCatalog.figure(of: subject, over: scope ?? .step, on: tutor.stage)
  }
}
