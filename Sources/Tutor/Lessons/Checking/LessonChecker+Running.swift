import Simulation

// The proof: every step is played.

extension LessonChecker {
  mutating func checkRuns() {
    guard var tutor = begin(at: 0) else { return }
    for index in lesson.steps.indices {
      row.steps += 1
      let end = checkStep(tutor)
      guard index + 1 < lesson.steps.count else { return }
      // A step with its own setup can be proved whatever became of the one before.
      guard let next = goOn(from: end) ?? begin(at: index + 1) else { return }
      tutor = next
    }
  }

  private mutating func begin(at index: Int) -> Tutor? {
    do {
      var tutor = try Tutor(lessons: [lesson], patterns: patterns, seed: seed, defect: defect)
      do {
        try tutor.begin(lesson, at: index)
        return tutor
      } catch {
        report(error)
        return nil
      }
    } catch {
      report(.failingCommand("the sandbox", reason: error.message.headline), at: lesson.idLine)
      return nil
    }
  }

  private mutating func goOn(from tutor: Tutor?) -> Tutor? {
    guard var tutor else { return nil }
    do {
      try tutor.goOn()
      return tutor
    } catch {
      report(error)
      return nil
    }
  }

  /// Proves one step.
  ///
  /// - Returns: the tutor when the author's own way has solved it.
  private mutating func checkStep(_ start: Tutor) -> Tutor? {
    guard let run = start.run else { return nil }
    let step = run.step
    row.goals += step.allGoals.count
    if let question = run.questions.first(where: { $0.rightAnswer == nil }) {
      // Nobody can get past it: every run would only fail in the same place.
      reportUnanswerable(question)
      return nil
    }
    if !run.goals.isEmpty, run.part == .task, start.isPartSolved {
      report(.solvedAtStart(run.goals.map(\.sentence)), at: run.goals[0].goal.line)
    }
    checkRoom(of: run.goals)
    checkAsked(start)
    var end = checkSolutions(start)
    checkOrders(start)
    checkMistakes(start)
    checkHints(start)
    if let solved = end, step.contrast != nil { end = checkContrast(solved) }
    checkWatches(of: step, from: start)
    return end
  }

  /// Types commands as a learner who answers every question rightly; nil when one of them fails.
  private mutating func typed(_ commands: [SourceText], from start: Tutor) -> Tutor? {
    var tutor = start
    do {
      try tutor.solveStep(with: commands)
      noteCaptions(tutor.stage, of: tutor.run?.step)
      return tutor
    } catch {
      if let open = tutor.run?.openQuestion, let question = tutor.run?.questions[open],
        question.rightAnswer == nil
      {
        reportUnanswerable(question)
      } else {
        report(error)
      }
      return nil
    }
  }

  private mutating func checkSolutions(_ start: Tutor) -> Tutor? {
    guard let run = start.run else { return nil }
    let step = run.step
    guard !step.solutions.isEmpty else {
      // Nothing to do but to answer, or an order or a contrast, which prove themselves.
      let end = typed(run.part == .task && step.order != nil ? step.authorsWay : [], from: start)
      if let end { checkQuestions(end) }
      return end
    }
    var first: Tutor?
    for (index, solution) in step.solutions.enumerated() {
      row.solutions += 1
      guard let end = typed(solution.commands, from: start) else { continue }
      if index == 0 {
        first = end
        checkQuestions(end)
      }
      if end.run?.isSolved != true {
        report(.unsolvedBySolution(index + 1, unmet: end.unmet), at: solution.line)
      }
      checkRoom(of: end.run?.goals ?? [])
    }
    return first
  }

  private mutating func checkOrders(_ start: Tutor) {
    guard let order = start.run?.step.order else { return }
    for answer in order.answers {
      row.orders += 1
      guard let end = typed([order.command(answer)], from: start) else { continue }
      if end.run?.isSolved != true {
        report(.unsolvedByOrder(answer, unmet: end.unmet), at: order.line)
      }
    }
    for feedback in order.feedback {
      row.orders += 1
      let command = order.command(feedback.answer)
      guard
        let end = typed([SourceText(command.text, line: feedback.line)], from: start)
      else { continue }
      if end.run?.isSolved == true { report(.solvedByOrder(feedback.answer), at: feedback.line) }
    }
  }

  /// Each line of a try is a try by itself.
  private mutating func checkMistakes(_ start: Tutor) {
    guard let step = start.run?.step else { return }
    for (index, mistake) in step.mistakes.enumerated() {
      for line in mistake.attempt.lines {
        row.mistakes += 1
        let commands = LessonScript(lines: [line], line: line.line).commands
        guard let run = typed(commands, from: start)?.run else { continue }
        if run.isSolved {
          report(.solvedByMistake(line.text), at: line.line)
        } else if let other = run.mistake, other != index {
          report(.otherMistake(line.text, line: step.mistakes[other].line), at: line.line)
        } else if run.mistake == nil {
          report(.silentMistake(line.text), at: line.line)
        }
      }
    }
  }

  private mutating func checkHints(_ start: Tutor) {
    guard let run = start.run else { return }
    row.hints += run.step.hints.count
    for hint in run.step.hints { compute(hint.text, start) }
    for mistake in run.step.mistakes { compute(mistake.feedback, start) }
    guard let last = run.step.hints.last(where: { $0.isRunnable && $0.conditions.isEmpty }) else {
      return
    }
    let commands = LessonScript(lines: last.commands, line: last.line).commands
    guard let end = typed(commands, from: start), let after = end.run else { return }
    let before = run.goals.filter(\.holds).count
    let isHelp =
      after.isSolved || after.part != run.part || after.goals.filter(\.holds).count > before
    if !isHelp {
      report(.uselessHint(last.commands.map(\.text).joined(separator: " ; ")), at: last.line)
    }
  }

  /// A text whose pieces cannot be computed would reach the learner as the author wrote it.
  private mutating func compute(_ template: Template, _ tutor: Tutor) {
    do {
      _ = try tutor.computedText(of: template, over: .step)
    } catch {
      report(error)
    }
  }

  private mutating func checkContrast(_ start: Tutor) -> Tutor? {
    row.contrasts += 1
    var tutor = start
    guard let contrast = tutor.run?.step.contrast else { return start }
    if tutor.run?.part == .task {
      guard let lanes = goOn(from: tutor) else { return nil }
      tutor = lanes
    }
    if tutor.run?.isSolved != true {
      if !(tutor.run?.goals.isEmpty ?? true), tutor.isPartSolved {
        report(
          .solvedAtStart(tutor.run?.goals.map(\.sentence) ?? []), at: contrast.line)
      }
      guard let end = typed(contrast.workload.commands, from: tutor) else { return nil }
      checkQuestions(end)
      tutor = end
    }
    checkRoom(of: tutor.run?.goals ?? [])
    if tutor.run?.isSolved != true {
      report(.unsolvedByContrast(unmet: tutor.unmet), at: contrast.line)
    }
    return tutor
  }
}

extension Tutor {
  /// The goals that do not hold, as the learner reads them.
  fileprivate var unmet: [String] { run?.goals.filter { !$0.holds }.map(\.line) ?? [] }
}

extension LessonOrder {
  /// The command that gives this order.
  fileprivate func command(_ answer: [Int]) -> SourceText {
    SourceText("answer " + answer.map { String($0) }.joined(separator: " "), line: line)
  }
}
