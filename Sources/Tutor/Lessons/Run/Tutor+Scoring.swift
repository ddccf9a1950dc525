// What the learner has done, for progress files and lists.

extension Tutor {
  /// The step is solved: that counts, with the commands it took.
  mutating func noteSolved() {
    guard let run, !run.lesson.isDetour, run.part == .contrast || run.step.contrast == nil else {
      return
    }
    progress[run.lesson.id].solve(step: run.step.number, commands: run.commandsUsed)
  }

  mutating func noteFinished() {
    guard let run, !run.lesson.isDetour else { return }
    let isWhole = run.lesson.steps.allSatisfy { step in
      progress[run.lesson.id].steps.contains(step.number)
    }
    if isWhole { progress[run.lesson.id].finish() }
  }

  mutating func noteOpened() {
    guard let run, !run.lesson.isDetour else { return }
    progress[run.lesson.id].open(digest: run.lesson.digest)
  }

  mutating func noteHint() {
    guard let run, !run.lesson.isDetour else { return }
    progress[run.lesson.id].showHints(step: run.step.number, count: run.hints.count)
  }

  /// A locked-in answer; the score of a number falls with its distance.
  mutating func notePrediction(_ index: Int) {
    guard let run, let answer = run.questions[index].answer else { return }
    let option = answer.option.map { run.questions[index].options[$0] }
    let belief = answer.isRight ? nil : option?.misconception
    guard !run.lesson.isReview else {
      return noteReviewed(run.lesson.reviewed[run.stepIndex], answer, belief: belief)
    }
    let (step, number) = (run.step.number, index + 1)
    progress[run.lesson.id].predict(
      LessonProgress.Prediction(
        step: step, number: number, score: answer.score, misconception: belief))
    // The first answer counts; when it was wrong, the question comes back in a later sitting.
    let isMissed = progress[run.lesson.id].predictions.contains {
      $0.step == step && $0.number == number && $0.score < 100
    }
    if isMissed, progress[run.lesson.id].review(step: step, number: number) == nil {
      progress[run.lesson.id].review(
        LessonProgress.Review(step: step, number: number, sitting: progress.sittings))
    }
  }
}
