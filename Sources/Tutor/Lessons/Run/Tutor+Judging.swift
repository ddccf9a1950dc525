import Simulation

// What the lesson makes of a command: before it, whether it may run; after it, what it was good for.

extension Tutor {
  /// Asks the lesson whether a command may run.
  ///
  /// Looking around and driving the lesson is always allowed; what changes the world waits for the
  /// answer to an open question, and the step may allow or deny verbs, with its reason.
  func checkPermission(for invocation: Invocation) throws(CommandError) {
    guard let run, !run.isFinished, invocation.command.isUndoable else { return }
    if !invocation.arguments.isForced, !run.step.asks(for: invocation.command),
      let loses = invocation.command.warning?(self, invocation.arguments)
    {
      throw .needsForce(command: invocation.text, loses: loses)
    }
    if let index = run.openQuestion {
      throw .needsAnswer(question: run.questions[index].text)
    }
    guard !run.isSolved else { return }
    let names = invocation.names
    let step = run.step
    if let denial = step.denied.first(where: { denial in
      invocation.deniableNames.contains { denial.names($0) }
    }) {
      throw .refused(
        command: invocation.command.name, why: denial.why, instead: step.allowed.flatMap(\.verbs))
    }
    guard let allowed = step.allowed.first,
      !step.allowed.contains(where: { permission in names.contains { permission.names($0) } })
    else { return }
    throw .refused(
      command: invocation.command.name, why: allowed.why, instead: step.allowed.flatMap(\.verbs))
  }

  /// Tells the lesson that a command has been executed: judges the goals, recognises mistakes, asks
  /// the next question.
  mutating func noteExecuted(_ invocation: Invocation) throws(CommandError) {
    guard let before = run, !before.isFinished else { return }
    let isAttempt = invocation.command.isUndoable || before.hasTried
    run?.hasTried = false
    if isAttempt { noteUsed(invocation) }
    judge()
    do {
      try askWhenDue()
    } catch {
      throw error.refusal(of: before.lesson).error()
    }
    if isAttempt {
      settle()
      noteMistake(isOver: !invocation.isBackground)
    } else if ![.lessons, .looking].contains(invocation.command.family) {
      // Time was turned back or forth: what was solved may be so no longer.
      let isSolved = isPartSolved
      run?.isSolved = isSolved
      run?.feedback = nil
      run?.mistake = nil
      run?.hasLeftSolution = true
    }
  }

  /// Judges the goals by the stage as it stands.
  mutating func judge() {
    guard let run else { return }
    let goals = run.partGoals.map { $0.judge(on: stage) }
    self.run?.goals = goals
  }

  /// Whether everything that this part asks for is there; said only when nothing is in flight.
  var isPartSolved: Bool {
    guard let run, !stage.isBusy else { return false }
    if run.part == .contrast {
      let isDone = run.commandsUsed >= run.contrastCommands.count
      return run.goals.isEmpty ? isDone : run.commandsUsed > 0 && run.goals.allSatisfy(\.holds)
    }
    if !run.goals.isEmpty { return run.goals.allSatisfy(\.holds) }
    if let order = run.step.order { return run.order.map { order.answers.contains($0) } ?? false }
    return run.questions.count == run.step.predictions.count
      && run.questions.allSatisfy(\.isRevealed)
  }

  /// Once solved, a part stays solved, until time is turned back.
  mutating func settle() {
    guard let run, !run.isSolved, isPartSolved else { return }
    // A goal that holds before anybody has done anything is the author's slip, not a success.
    guard run.commandsUsed > 0 || run.goals.isEmpty else { return }
    self.run?.isSolved = true
    // Another way than the one that was asked about: the answer is owed all the same.
    for index in run.questions.indices where run.questions[index].answer != nil {
      self.run?.questions[index].commandsLeft = []
    }
    noteSolved()
  }

  /// A line could not be done: the next hint says so, and several of them offer help.
  mutating func noteRefused(_ error: CommandError) {
    guard let run, !run.isSolved, !run.isFinished, error.isAboutTheLine else { return }
    let message = error.message
    let parts = [message.headline, message.nextStep].compactMap { $0 }
    self.run?.refusal = parts.map { ".?!".contains($0.last ?? " ") ? $0 : $0 + "." }
      .joined(separator: " ")
    self.run?.refusals += 1
  }

  private mutating func noteUsed(_ invocation: Invocation) {
    guard var run else { return }
    run.isOpening = false
    run.refusal = nil
    run.preface = nil
    run.refusals = 0
    run.commandsUsed += 1
    for index in run.questions.indices
    where run.questions[index].commandsLeft.first == invocation.text {
      run.questions[index].commandsLeft.removeFirst()
    }
    let way = solutionTexts(of: run)
    if !run.hasLeftSolution, way.indices.contains(run.solutionCommands),
      way[run.solutionCommands] == invocation.text
    {
      run.solutionCommands += 1
    } else {
      run.hasLeftSolution = true
    }
    self.run = run
  }

  /// The first known mistake whose signs are there gets its feedback.
  ///
  /// Judged even while requests still run, as long as somebody has waited for something.
  private mutating func noteMistake(isOver: Bool) {
    guard let run else { return }
    self.run?.feedback = nil
    self.run?.mistake = nil
    guard !run.isSolved, isOver else { return }
    let mistakes = run.part == .task ? run.step.mistakes : []
    let index = mistakes.firstIndex { mistake in
      mistake.conditions.allSatisfy { $0.judge(on: stage).holds }
    }
    let feedback = orderFeedback ?? index.map { text(of: mistakes[$0].feedback) }
    self.run?.mistake = index
    self.run?.feedback = feedback
    if feedback != nil || run.order != nil || run.commandsUsed > max(1, run.par) {
      self.run?.failedTries += 1
    }
  }

  /// What the author says to the very order that was given.
  private var orderFeedback: String? {
    guard let given = run?.order else { return nil }
    return run?.step.order?.feedback.first { $0.answer == given }.map { text(of: $0.text) }
  }

  /// The author's way, one command a line, written as the parser writes them.
  func solutionTexts(of run: LessonRun) -> [String] {
    let commands =
      run.part == .contrast
      ? run.step.contrast?.workload.commands ?? [] : run.step.authorsWay
    return commands.flatMap { command in
      ((try? CommandParser.parse(command.text)) ?? []).map(\.text)
    }
  }
}

extension LessonStep {
  /// Whether somebody who does what the step asks for, or one of the mistakes that it knows, needs
  /// this command: then what it destroys is the lesson, and nobody is held up.
  fileprivate func asks(for command: Command) -> Bool {
    let ways =
      solutions.flatMap(\.commands) + predictions.map(\.commands)
      + mistakes.flatMap(\.attempt.commands)
    return ways.contains { $0.text.contains(command.name) }
  }
}
