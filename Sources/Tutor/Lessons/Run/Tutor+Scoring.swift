// What the learner has done, for progress files and lists.

extension Tutor {
  /// The step is solved: that counts, with the commands it took.
  mutating func noteSolved() {
    guard let run, run.part == .contrast || run.step.contrast == nil else { return }
    progress[run.lesson.id].solve(step: run.step.number, commands: run.commandsUsed)
  }

  mutating func noteFinished() {
    guard let run else { return }
    let isWhole = run.lesson.steps.allSatisfy { step in
      progress[run.lesson.id].steps.contains(step.number)
    }
    if isWhole { progress[run.lesson.id].finish() }
  }

  mutating func noteOpened() {
    guard let run else { return }
    progress[run.lesson.id].open(digest: run.lesson.digest)
  }

  mutating func noteHint() {
    guard let run else { return }
    progress[run.lesson.id].showHints(step: run.step.number, count: run.hints.count)
  }

  /// A locked-in answer; the score of a number falls with its distance.
  mutating func notePrediction(_ index: Int) {
    guard let run, let answer = run.questions[index].answer else { return }
    let option = answer.option.map { run.questions[index].options[$0] }
    let far = answer.distance.map { min(1, $0) } ?? 1
    progress[run.lesson.id].predict(
      LessonProgress.Prediction(
        step: run.step.number, number: index + 1,
        score: answer.isRight ? 100 : Int(((1 - far) * 100).rounded(.down)),
        misconception: answer.isRight ? nil : option?.misconception))
  }
}
