import Simulation

/// Proves the sandbox's file: the scene plays, and each experiment gives the figures that it claims.
public struct SandboxChecker {
  private let file: Lesson
  private let sandbox: Sandbox
  private let patterns: PatternShelf
  private let seed: UInt64
  private var errors: [LessonError] = []

  private init(_ file: Lesson, patterns: PatternShelf, seed: UInt64) {
    self.file = file
    sandbox = Sandbox(file)
    self.patterns = patterns
    self.seed = seed
  }

  /// What does not hold, in the order of the file.
  public static func check(
    _ file: Lesson, patterns: PatternShelf, seed: UInt64
  ) -> [LessonError] {
    var checker = SandboxChecker(file, patterns: patterns, seed: seed)
    checker.check()
    return checker.errors
  }

  private mutating func check() {
    runScene()
    for experiment in sandbox.experiments { run(experiment) }
  }

  private mutating func report(_ fault: LessonCheckFault, at line: SourceLine) {
    errors.append(LessonError(path: file.path, line: line, kind: .check(fault)))
  }

  private mutating func runScene() {
    guard var tutor = tutor() else { return }
    for command in sandbox.scene {
      if let error = tutor.execute(command.text).error {
        report(.failingCommand(command.text, reason: error.message.headline), at: command.line)
      }
    }
  }

  private mutating func run(_ experiment: Experiment) {
    guard !experiment.line.isEmpty, !experiment.goals.isEmpty, !experiment.why.isEmpty else {
      report(.emptyExperiment, at: experiment.place)
      return
    }
    guard var tutor = tutor() else { return }
    // Pasted into a world in which something has happened already.
    _ = tutor.execute("rows here=before ; read here")
    if let error = tutor.execute(experiment.wholeLine).error {
      report(
        .failingCommand(experiment.line, reason: error.message.headline), at: experiment.place)
      return
    }
    let unmet = experiment.goals.map { $0.judge(on: tutor.stage) }.filter { !$0.holds }
    if !unmet.isEmpty {
      report(.unsolvedBySolution(1, unmet: unmet.map(\.line)), at: experiment.place)
    }
  }

  private func tutor() -> Tutor? {
    try? Tutor(lessons: [], patterns: patterns, seed: seed)
  }
}
