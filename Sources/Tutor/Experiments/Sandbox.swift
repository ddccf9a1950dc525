// The sandbox is written like a lesson.
//
// `experiments.md` beside the chapters: a part with a setup and no solution is the scene in which
// the sandbox opens; every other part is an experiment: its solution is the line to paste, its goals
// are the figures that come out, its text says why they surprise. So authors add experiments as they
// add lessons, and the checker runs each of them.

/// How the sandbox opens, and what there is to try in it.
public struct Sandbox: Hashable, Sendable {
  /// What is done, seen and recorded, before anybody types.
  public let scene: [SourceText]
  /// What is told about the scene.
  public let text: [Prose]
  public let experiments: [Experiment]

  /// A sandbox without a scene and without experiments.
  public init() {
    scene = []
    text = []
    experiments = []
  }

  /// The sandbox that a file describes.
  public init(_ file: Lesson) {
    let opening = file.steps.first(where: Sandbox.isScene)
    scene = (opening?.setup?.commands ?? []) + (opening?.opening?.commands ?? [])
    text = opening.map { $0.before + $0.after } ?? []
    experiments = file.steps.filter { !Sandbox.isScene($0) }.enumerated().map { index, step in
      Experiment(
        number: index + 1, title: step.title,
        line: (step.solutions.first?.commands ?? []).map(\.text).joined(separator: " ; "),
        goals: step.goals, before: step.before, why: step.after, place: step.line)
    }
  }

  private static func isScene(_ step: LessonStep) -> Bool {
    step.solutions.isEmpty && step.setup != nil
  }
}

extension Sandbox {
  /// The sandbox of the example world, in which the examples of its commands work.
  static let example = Sandbox(
    Lesson(
      id: "sandbox", title: "The sandbox", minutes: 1,
      steps: [
        LessonStep(
          number: 1, title: "Nothing is kept",
          solutions: [
            LessonScript(
              lines: [SourceText("read user:404", line: SourceLine(1))], line: SourceLine(1))
          ])
      ], path: "example.md"))
}

extension Tutor {
  /// Opens the sandbox in its scene: a world in which something is going on already.
  ///
  /// - Throws: what is wrong with the scene; the world is then as far as the scene got.
  public mutating func openSandbox() throws(CommandError) {
    for command in sandbox.scene {
      if let error = execute(command.text).error { throw error }
    }
  }

  /// The experiment that is being tried; nil when none is, or a lesson is being done.
  public var presentExperiment: Experiment? {
    guard run == nil, let experiment else { return nil }
    return sandbox.experiments.first { $0.number == experiment }
  }

  /// The experiment is over: what is done now is not about it.
  public mutating func leaveExperiment() { experiment = nil }
}
