import CacheEngine
import Simulation

// Questions.
//
// A question is asked when its time has come, and computed then: the truth by running its commands
// on a copy, every rival by running the rival's commands first. So a wrong option is never an
// opinion of the author's but the true answer of a world in which another rule holds.

extension Tutor {
  /// Asks the next question of the step, if its time has come.
  ///
  /// The first is asked at once. Another one follows when the one before is over, or at once when
  /// it is about the same event.
  mutating func askWhenDue() throws(LessonScriptError) {
    guard let run, run.openQuestion == nil, !run.isSolved else { return }
    let index = run.questions.count
    let predictions = run.step.predictions
    guard predictions.indices.contains(index) else { return }
    if let last = run.questions.last, !last.isRevealed,
      last.prediction.commands.text != predictions[index].commands.text
    {
      return
    }
    let place = OpeningQuestions.Place(run, index: index, seed: seed)
    if let known = place.flatMap({ openingQuestions[$0] }) {
      self.run?.questions.append(known)
      return
    }
    let question = try question(index, predictions[index], of: run)
    if let place { openingQuestions.add(question, at: place) }
    self.run?.questions.append(question)
  }

  private func question(
    _ index: Int, _ prediction: LessonPrediction, of run: LessonRun
  ) throws(LessonScriptError) -> LessonQuestion {
    let commands = prediction.script.commands
    var asked = self
    asked.run = nil
    var worlds = Rehearsals(asked, commands)
    let truth = try worlds.end()
    var options: [LessonQuestion.Option] = []
    let isChoice = prediction.form == .choice
    let order = isChoice ? shuffled(prediction.options.count, of: run, question: index) : nil
    for place in prediction.options.indices {
      let option = prediction.options[order?[place] ?? place]
      let (text, figures) = try worlds.text(of: option.text)
      let isFigure = option.text.pieces.count == 1 && figures.count == 1
      options.append(
        LessonQuestion.Option(
          letter: LessonQuestion.letter(place), text: text, isRight: option.isRight,
          feedback: option.feedback.map { truth.text(of: $0, over: .command) },
          misconception: option.misconception, isRival: option.text.isRival,
          figure: isFigure ? figures[0] : nil,
          truth: option.text.isPlain ? nil : truth.textAsTrue(of: option.text), line: option.line))
    }
    var left: [String] = []
    for command in commands { left += try LessonScriptError.parse(command).map(\.text) }
    return LessonQuestion(
      index: index, prediction: prediction, text: asked.text(of: prediction.question),
      options: options, commands: left, commandsLeft: left)
  }

  /// The order in which options are shown: always the same for a seed, a lesson and a question.
  private func shuffled(_ count: Int, of run: LessonRun, question: Int) -> [Int] {
    var hash = StableHash(seed: seed)
    hash.combine(run.lesson.id)
    hash.combine(run.stepIndex)
    hash.combine(question)
    var random = SeededRandom(seed: hash.value)
    var order = Array(0..<count)
    for index in order.indices.dropLast() {
      order.swapAt(index, index + random.below(count - index))
    }
    return order
  }
}

extension LessonQuestion {
  static func letter(_ index: Int) -> Character {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return letters[min(index, letters.count - 1)]
  }
}
