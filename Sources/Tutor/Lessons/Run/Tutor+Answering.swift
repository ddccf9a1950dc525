import CacheEngine
import Simulation

// Answers: to a question, or as the order of lines.

extension Tutor {
  /// Takes an answer to whatever is asked now.
  ///
  /// An answer to a question is locked in and never taken back. An order is made into a listing and
  /// run with its proof from the beginning of the step, whatever it is.
  ///
  /// - Returns: what to say.
  mutating func answer(_ words: [String], at place: Range<Int>) throws(CommandError) -> String {
    guard let run else { throw .outsideLessons(command: "answer") }
    if let index = run.openQuestion { return try answerQuestion(index, words, at: place) }
    guard let order = run.step.order, run.part == .task, !run.isFinished else {
      throw LessonRefusal.nothingToAnswer.error(at: place)
    }
    guard let numbers = LessonOrder.numbers(words, lines: order.lines.count) else {
      throw LessonRefusal.notAnOrder(words.joined(separator: " "), lines: order.lines.count)
        .error(at: place)
    }
    try runOrder(numbers, order, at: place)
    return "The lines run in the order " + numbers.map { String($0) }.joined(separator: " ") + "."
  }

  private mutating func answerQuestion(
    _ index: Int, _ words: [String], at place: Range<Int>
  ) throws(CommandError) -> String {
    guard let question = run?.questions[index] else { return "" }
    guard let answer = question.read(words) else {
      throw LessonRefusal.notAnAnswer(
        words.joined(separator: " "), expectation: question.expectation
      ).error(at: place)
    }
    run?.questions[index].answer = answer
    run?.isOpening = false
    notePrediction(index)
    if run?.questions[index].isRevealed == true {
      settle()
      return run?.questions[index].review.joined(separator: "\n") ?? ""
    }
    return "Locked in: \(run?.questions[index].said ?? answer.given)."
  }

  /// Makes a program out of the lines and runs the proof on it.
  private mutating func runOrder(
    _ numbers: [Int], _ order: LessonOrder, at place: Range<Int>
  ) throws(CommandError) {
    guard let run, let start = run.start else { return }
    let lesson = stage.lesson
    stage = start
    stage.lesson = lesson
    stage.beginCommand()
    do {
      try stage.world.setListing(
        order.listing(for: numbers), name: stage.world.pattern.family)
    } catch {
      throw .world(error, at: place)
    }
    stage.collect()
    restartTimeline()
    do {
      try playInside(order.proof.commands)
    } catch {
      throw error.refusal(of: run.lesson).error(at: place)
    }
    stage.endCommand()
    self.run?.order = numbers
    self.run?.hasTried = true
  }
}

extension LessonOrder {
  /// Numbers of lines, each at most once; commas between them are fine.
  static func numbers(_ words: [String], lines: Int) -> [Int]? {
    let numbers = words.joined(separator: " ").split { $0 == " " || $0 == "," }.map { Int($0) }
    var seen: [Int] = []
    for number in numbers {
      guard let number, (1...max(1, lines)).contains(number), !seen.contains(number) else {
        return nil
      }
      seen.append(number)
    }
    return seen.isEmpty ? nil : seen
  }
}
