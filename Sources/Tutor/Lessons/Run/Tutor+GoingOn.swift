import Simulation

// From step to step.

extension Tutor {
  /// Goes on to the contrast, the next step, or the end of the lesson.
  mutating func goOn() throws(LessonScriptError) {
    guard let run else { return }
    if run.part == .task, run.step.contrast != nil {
      try beginContrast()
      judge()
      try askWhenDue()
      settle()
      return
    }
    noteLoads()
    if run.isLastStep, run.lesson.isDetour {
      endDetour()
    } else if run.isLastStep {
      self.run?.isFinished = true
      noteFinished()
    } else {
      try beginStep(run.stepIndex + 1, of: run.lesson)
    }
  }

  /// `next`: goes on when the step is solved; after the last one, to the next lesson.
  ///
  /// - Parameter isForced: also when it is not solved.
  mutating func goOn(isForced: Bool, at place: Range<Int>) throws(CommandError) {
    guard let run else { throw .outsideLessons(command: isForced ? "skip" : "next") }
    if run.isFinished {
      guard let index = lessons.firstIndex(where: { $0.id == run.lesson.id }),
        lessons.indices.contains(index + 1)
      else { throw LessonRefusal.lastLesson.error(at: place) }
      try startLesson(lessons[index + 1].id)
      return
    }
    if !isForced, !run.isSolved {
      if let open = run.openQuestion { throw .needsAnswer(question: run.questions[open].text) }
      let unmet = run.goals.filter { !$0.holds }.map(\.line)
      throw LessonRefusal.notSolved(unmet).error(at: place)
    }
    do {
      try goOn()
    } catch {
      throw error.refusal(of: run.lesson).error(at: place)
    }
  }

  /// `reset step`: the world as the step began; what was answered and asked for stays.
  mutating func resetStep(at place: Range<Int>) throws(CommandError) {
    guard var run, let start = run.start else { throw .outsideLessons(command: "reset step") }
    let counts = stage.lesson
    stage = start
    stage.lesson = counts
    restartTimeline()
    run.beginAnew()
    self.run = run
    judge()
    do {
      try askWhenDue()
    } catch {
      throw error.refusal(of: run.lesson).error(at: place)
    }
  }

  /// `reset sandbox`: a fresh world, and no lesson.
  mutating func resetSandbox(at place: Range<Int>) throws(CommandError) {
    run = nil
    do {
      stage = Stage(world: try World(patterns: patterns, seed: seed, defect: defect))
    } catch {
      throw .world(error, at: place)
    }
    restartTimeline()
  }

  /// Tells that the front end has shown the opening to its end.
  public mutating func finishOpening() {
    run?.isOpening = false
  }
}

extension LessonRun {
  /// The same part once more: answers, hints and failed tries belong to the person and stay.
  fileprivate mutating func beginAnew() {
    questions.removeAll { $0.answer == nil }
    for index in questions.indices { questions[index].commandsLeft = questions[index].commands }
    isSolved = false
    isFinished = false
    isOpening = false
    feedback = nil
    mistake = nil
    order = nil
    commandsUsed = 0
    solutionCommands = 0
    hasLeftSolution = false
    refusal = nil
    preface = nil
    refusals = 0
  }
}
