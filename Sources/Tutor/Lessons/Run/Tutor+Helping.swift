// Help: hints, one rung at a time, and the solution in pieces.

extension Tutor {
  /// Gives the next rung of the ladder.
  ///
  /// A rung whose conditions hold now comes before those that are for everybody; the last one is
  /// given again when all are used up. What was wrong with the last line is said first.
  mutating func giveHint(at place: Range<Int>) throws(CommandError) -> GivenHint {
    guard let run else { throw .outsideLessons(command: "hint") }
    // Whoever has just been refused is told what that was, before anything else.
    self.run?.preface = run.refusal
    self.run?.refusal = nil
    let rungs = run.step.hints
    let given = run.hints.map(\.index)
    let left = rungs.indices.filter { index in
      !given.contains(index) && rungs[index].conditions.allSatisfy { $0.judge(on: stage).holds }
    }
    let next = left.first { !rungs[$0].conditions.isEmpty } ?? left.first
    guard let index = next else {
      guard let last = run.hints.last else { throw LessonRefusal.noHints.error(at: place) }
      return last
    }
    let hint = GivenHint(
      index: index, text: text(of: rungs[index].text),
      commands: rungs[index].commands.map(\.text).joined(separator: " ; "))
    self.run?.hints.append(hint)
    noteHint()
    return hint
  }

  /// The next command of the author's solution, to be placed in the prompt.
  ///
  /// Whoever has left the author's way is led back to its beginning first.
  func nextPieceOfSolution(at place: Range<Int>) throws(CommandError) -> String {
    guard let run else { throw .outsideLessons(command: "solve") }
    if let index = run.openQuestion {
      throw .needsAnswer(question: run.questions[index].text)
    }
    guard !run.isSolved, !run.isFinished else { return "next" }
    let way = solutionTexts(of: run)
    guard !way.isEmpty else { throw LessonRefusal.noSolution.error(at: place) }
    // An order begins anew each time by itself.
    if run.step.order != nil { return way[min(run.solutionCommands, way.count - 1)] }
    guard !run.hasLeftSolution, way.indices.contains(run.solutionCommands) else {
      return "reset step"
    }
    return way[run.solutionCommands]
  }

  /// Solves the step as somebody who knows everything: answers each question rightly and types the
  /// commands.
  ///
  /// - Throws: when a command does not work.
  mutating func solveStep(with commands: [SourceText]) throws(LessonScriptError) {
    try answerRightly()
    for command in commands {
      for invocation in try LessonScriptError.parse(command) {
        do {
          _ = try execute(invocation)
        } catch {
          throw LessonScriptError(line: command.line, command: command.text, error: error)
        }
        try answerRightly()
      }
    }
  }

  /// Answers open questions until none is left.
  mutating func answerRightly() throws(LessonScriptError) {
    while let index = run?.openQuestion, let question = run?.questions[index] {
      let line = question.prediction.line
      guard let answer = question.rightAnswer else {
        let message = UserMessage("The answer cannot be computed", detail: question.text)
        throw LessonScriptError(
          line: line, command: "answer", error: .lesson(message, at: 0..<0))
      }
      let command = SourceText("answer \(answer)", line: line)
      for invocation in try LessonScriptError.parse(command) {
        do {
          _ = try execute(invocation)
        } catch {
          throw LessonScriptError(line: line, command: command.text, error: error)
        }
      }
    }
  }
}
