import CacheEngine
import Simulation

// How a step begins.
//
// With a setup: a fresh world, the setup's commands, then clock and counts to zero, so that every
// path through a lesson meets the same numbers. Without one: the world as the step before left it.
// The opening then plays on the clock, for everybody to see, and belongs to the step.

extension Tutor {
  /// Starts a lesson at one of its steps.
  ///
  /// A step without a setup needs the world that the steps before it leave: those are solved with
  /// their own solutions, from the last step that has a setup.
  ///
  /// - Parameter number: the step, from 1.
  /// - Throws: when there is no such lesson or step, or the lesson itself does not work.
  public mutating func startLesson(
    _ id: String, step number: Int = 1, at place: Range<Int> = 0..<0
  ) throws(CommandError) {
    guard let lesson = lessons.first(where: { $0.id == id }) else {
      let suggestion = NearestWord.suggestion(for: id, among: lessons.map(\.id))
      throw .unknownLesson(id, suggestion: suggestion, at: place)
    }
    guard lesson.steps.indices.contains(number - 1) else {
      throw LessonRefusal.unknownStep(number, of: lesson.steps.count).error(at: place)
    }
    var next = self
    do {
      try next.begin(lesson, at: number - 1)
    } catch {
      throw error.refusal(of: lesson).error(at: place)
    }
    self = next
  }

  /// Begins a lesson; the tutor is half changed when it throws.
  mutating func begin(_ lesson: Lesson, at index: Int) throws(LessonScriptError) {
    let lines = unwritten
    let base = lesson.steps[...index].lastIndex { $0.setup != nil } ?? 0
    run = nil
    if lesson.steps[base].setup == nil { try freshStage(of: lesson, line: lesson.idLine) }
    try beginStep(base, of: lesson)
    for _ in base..<index {
      try solveStep(with: run?.step.authorsWay ?? [])
      try goOn()
    }
    stage.lesson = stage.step
    unwritten = lines
  }

  /// Begins a step of a lesson from the world that there is, or from its setup.
  mutating func beginStep(_ index: Int, of lesson: Lesson) throws(LessonScriptError) {
    let step = lesson.steps[index]
    let counts = run?.lesson.id == lesson.id ? stage.lesson : Tally()
    var next = LessonRun(lesson: lesson, stepIndex: index)
    run = nil
    // The lanes of a contrast end with it; those of a setup are made with the fresh stage.
    stage.rivals = []
    stage.laneName = ""
    if let setup = step.setup {
      try freshStage(of: lesson, line: setup.line)
      try play(setup.commands)
      stage.forgetLog()
    }
    try putListing(of: step)
    if step.setup != nil { stage.restartClocks() }
    stage.beginStep()
    stage.beginComparing()
    stage.lesson = counts
    restartTimeline()
    try play(step.opening?.commands ?? [])
    stage.beginCommand()
    next.isOpening = step.opening != nil
    next.start = stage
    run = next
    noteOpened()
    if step.goals.isEmpty, step.order == nil, step.contrast != nil { try beginContrast() }
    judge()
    try askWhenDue()
    settle()
  }

  /// A world that nothing has happened in; a round of review gets its own random numbers.
  private mutating func freshStage(
    of lesson: Lesson, line: SourceLine
  ) throws(LessonScriptError) {
    let seed = lesson.isReview ? seed ^ lesson.digest : seed
    do {
      stage = Stage(world: try World(patterns: patterns, seed: seed, defect: defect))
    } catch {
      throw LessonScriptError(line: line, command: "", error: .world(error, at: 0..<0))
    }
    restartTimeline()
  }

  /// The step's own program takes the pattern's place.
  private mutating func putListing(of step: LessonStep) throws(LessonScriptError) {
    guard let listing = step.listing else { return }
    do {
      try stage.world.setListing(listing.text, name: stage.world.pattern.family)
    } catch {
      throw LessonScriptError(
        line: listing.line, command: "listing", error: .world(error, at: 0..<0))
    }
  }

  /// Nothing before this can be walked to or taken back.
  mutating func restartTimeline() {
    timeline.restart(with: stage)
  }

  /// Makes two lanes out of the world, gives each its rule and sets the counts to zero.
  mutating func beginContrast() throws(LessonScriptError) {
    guard let contrast = run?.step.contrast else { return }
    stage.rivals = []
    var right = self
    try right.play(LessonScript(lines: [contrast.right], line: contrast.line).commands)
    try play(LessonScript(lines: [contrast.left], line: contrast.line).commands)
    right.stage.beginStep()
    stage.beginStep()
    stage.rivals = [right.stage]
    stage.nameLanes([contrast.left.text, contrast.right.text])
    stage.beginComparing()
    restartTimeline()
    run?.part = .contrast
    run?.isSolved = false
    run?.commandsUsed = 0
    run?.failedTries = 0
    run?.feedback = nil
    run?.mistake = nil
    run?.solutionCommands = 0
    run?.hasLeftSolution = false
    run?.start = stage
  }
}

extension LessonScriptError {
  /// The error as the learner sees it: the lesson's fault.
  func refusal(of lesson: Lesson) -> LessonRefusal {
    .brokenLesson(path: lesson.path, line: line, command: command, reason: reason)
  }
}

extension LessonStep {
  /// The author's own way: the first solution, or the right order, or the contrast's workload.
  public var authorsWay: [SourceText] {
    if let solution = solutions.first { return solution.commands }
    if let order, let answer = order.answers.first {
      let numbers = answer.map { String($0) }.joined(separator: " ")
      return [SourceText("answer \(numbers)", line: order.line)]
    }
    return contrast?.workload.commands ?? []
  }
}
