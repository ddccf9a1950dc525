import Screen
import Tutor

extension Model {
  /// The heading of what a lesson says about real configuration.
  static let production = "In production"

  /// What the lesson says at the instant that is shown.
  var lessonPane: LessonPane {
    guard let run = tutor.run else { return sandboxPane }
    var pane = LessonPane(text: [])
    let key = keyName(of: .pageDown)
    if key.count <= 6 { pane.moreKey = key }
    let isTold = isSettled && run.isSolved
    pane.text = ProseText.styled(run.step.text(answered: answered(run)))
    let question = self.question
    // Where text comes later, it is what the eye should find.
    if answered(run) > 0 { pane.fresh = ProseText.styled(run.step.text(answered: 0)).count }
    if let opening = run.step.opening, answered(run) == 0 {
      // What the text says below the opening is about what has then been seen.
      let first = run.step.text(answered: 0).filter { $0.line < opening.line }
      let seen = ProseText.styled(first).count
      pane.fresh = seen < pane.text.count ? seen : 0
      if !isSettled, run.commandsUsed == 0 { pane.text = ProseText.styled(first) }
    }
    if isTold, !run.step.after.isEmpty {
      pane.fresh = pane.text.count
      pane.text += ProseText.styled(run.step.after)
    }
    if isTold || (pane.text.isEmpty && question == nil), !run.step.production.isEmpty {
      if run.step.title != Model.production {
        pane.text.append(StyledText(Model.production, .heading))
      }
      pane.text += ProseText.styled(run.step.production)
    }
    pane.heading = "\(run.stepIndex + 1)  \(run.step.title)"
    if run.part == .contrast { pane.heading += ": two lanes" }
    if isTold { pane.heading += " \(settings.glyphs.check)" }
    if let question {
      pane.question = ProseText.styled(sentence: question.text)
      if question.prediction.form == .choice {
        pane.options = question.options.enumerated().map { index, option in
          LessonPane.Option(
            letter: String(option.letter), text: option.text, isMarked: choice == index)
        }
      } else {
        pane.question.append("  Answer with \(question.expectation).", .dim)
      }
    }
    pane.reviews = run.questions.compactMap { review($0) }
    if let sorting, !detailPanels.contains("listing") {
      pane.lines = sorting.enumerated().map { "\($0 + 1)  \($1)" }
    }
    pane.goals = goals(run)
    pane.feedback = isSettled ? run.feedback.map { ProseText.styled(sentence: $0) } : nil
    if let hint = run.hints.last, !run.isSolved {
      let count = run.step.hints.count
      pane.hint = StyledText("hint \(hint.index + 1) of \(count)  ", .hint)
      let words = [run.preface, hint.text].compactMap { $0 }.joined(separator: " ")
      pane.hint?.append(ProseText.styled(sentence: words))
      if hint.text.isEmpty { pane.hint?.append(hint.commands, .code) }
    } else if isSettled, run.offersHelp {
      pane.hint = StyledText("Stuck? ", .hint)
      pane.hint?.append(keyName(of: .hint), .key)
      pane.hint?.append(" gives a hint.", .hint)
    }
    if isSettled, run.isSolved, question == nil {
      pane.score = score.map { "Solved with \($0)." }
      pane.solved =
        run.isFinished || run.isLastStep
        ? run.lesson.isDetour
          ? "Enter goes back to where you were." : "Enter goes on to the next lesson."
        : "Enter goes on to the next part."
    }
    return pane
  }

  private func answered(_ run: LessonRun) -> Int {
    run.questions.count { $0.answer != nil }
  }

  /// `You said … It was …`, as soon as it has been shown.
  private func review(_ question: LessonQuestion) -> LessonPane.Review? {
    guard let said = question.said else { return nil }
    return LessonPane.Review(
      said: said, was: isSettled ? question.was : nil,
      isRight: isSettled ? question.answer?.isRight : nil,
      remark: isSettled ? question.remark : nil)
  }

  /// The goals as they stand at the instant that is shown.
  private func goals(_ run: LessonRun) -> [LessonPane.Goal] {
    let judged = isSettled ? run.goals : run.partGoals.map { $0.judge(on: playhead.shown) }
    // Before anything has been done there is nothing to blame, and nothing to praise.
    let isUntouched = run.commandsUsed == 0 && !run.isSolved
    let isRunning = isUntouched || !isSettled || playhead.shown.world.inFlight > 0
    return judged.map { status in
      let sentence = status.sentence.isEmpty ? status.verdict.claimText : status.sentence
      // At most so many, or none: that is only known when all is over.
      let claim = status.verdict.claim
      let isNone = claim.comparison == .equal && claim.value == .number(0)
      let isBound =
        isNone || (claim.value != .yes && [.less, .lessOrEqual].contains(claim.comparison))
      if !isSettled, isBound, status.holds {
        return LessonPane.Goal(
          sentence: sentence, distance: status.verdict.distance, state: .pending)
      }
      // On the way it may still be reached: nobody has done wrong before the author is through.
      let isOnTheWay =
        run.commandsUsed < run.par
        && (claim.value == .yes || [.greater, .greaterOrEqual].contains(claim.comparison))
      return LessonPane.Goal(
        sentence: sentence, distance: status.distance,
        state: status.holds && !isUntouched
          ? .met : isRunning || isOnTheWay ? .pending : .unmet)
    }
  }

  /// What a key is called, for sentences.
  func keyName(of action: KeyAction) -> String {
    let binding = settings.keys.binding(of: action, in: KeyContext.allCases)
    return binding?.keys.first.map { KeyName.text(of: $0, glyphs: settings.glyphs) } ?? "no key"
  }
}
