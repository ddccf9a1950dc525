import Foundation
import LessonFiles
import Simulation
import Testing

@testable import Tutor

/// The experiments of the sandbox: each line gives the figures that it is told to surprise by.
@Suite struct ExperimentTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("lessons").path

  static let library = LessonLibrary.load([folder])
  static let sandbox = library.sandbox.map { Sandbox($0) } ?? Sandbox()

  static func tutor(_ sandbox: Sandbox = sandbox) throws -> Tutor {
    var tutor = try Tutor(lessons: [], patterns: library.shelf(), seed: 7)
    tutor.sandbox = sandbox
    return tutor
  }

  @Test func `there are at least twenty, and each has a question, figures and a reason`() {
    #expect(Self.library.errors.isEmpty)
    #expect(Self.sandbox.experiments.count >= 20)
    for experiment in Self.sandbox.experiments {
      #expect(!experiment.before.isEmpty, "\(experiment.title)")
      #expect(!experiment.goals.isEmpty, "\(experiment.title)")
      #expect(!experiment.why.isEmpty, "\(experiment.title)")
    }
  }

  @Test(arguments: sandbox.experiments.map(\.number))
  func `an experiment gives its figures wherever it is pasted`(number: Int) throws {
    var tutor = try Self.tutor()
    try tutor.openSandbox()
    guard case .request(.place(let line, _)) = tutor.execute("try \(number)").done.first?.reply
    else {
      Issue.record("try \(number) puts nothing into the prompt")
      return
    }
    let error = tutor.execute(line).error
    #expect(error == nil, "\(error?.message.text ?? "")")
    let experiment = try #require(tutor.presentExperiment)
    for goal in experiment.goals.map({ $0.judge(on: tutor.stage) }) {
      #expect(goal.holds, "\(experiment.title): \(goal.line)")
    }
  }

  @Test func `the scene is a cache at work`() throws {
    var tutor = try Self.tutor()
    try tutor.openSandbox()
    #expect(tutor.stage.world.hasTraffic)
    #expect(tutor.stage.step.hits > 0)
    #expect(tutor.stage.step.misses > 0)
    #expect(tutor.presentExperiment == nil)
  }

  @Test func `try goes from one to the next, and round`() throws {
    var tutor = try Self.tutor()
    for number in Array(1...Self.sandbox.experiments.count) + [1] {
      _ = tutor.execute("try")
      #expect(tutor.presentExperiment?.number == number)
    }
    #expect(tutor.execute("try 99").error != nil)
    var bare = try Self.tutor(Sandbox())
    #expect(bare.execute("try").error != nil)
  }

  @Test func `an experiment that promises too much is named`() throws {
    let text = """
      ---
      format: 1
      id: sandbox
      title: The sandbox
      minutes: 1
      panels: [path]
      ---
      ## Wrong
      ```solution
      rows a=1 ; read a ; read a
      ```
      ```goal
      hits == 2   two hits
      ```
      Because.

      ## Silent
      ```solution
      read a
      ```
      ```goal
      misses == 1   one miss
      ```

      ## Broken
      ```solution
      polcy lru
      ```
      ```goal
      misses == 1   one miss
      ```
      Because.
      """
    let file = try LessonFile.parse(text: text, path: "experiments.md")
    let patterns = try Self.tutor().patterns
    let errors = SandboxChecker.check(file, patterns: patterns, seed: 7)
    #expect(
      errors.map(\.message) == [
        "experiments.md:8: solution 1 does not solve the step: two hits — now 1 — put the commands "
          + "right, or the goal",
        "experiments.md:17: an experiment needs a line, figures and why they surprise — write a "
          + "solution, a goal, and text below them",
        "experiments.md:25: polcy lru does not work here: There is no command polcy — try it in the "
          + "lesson",
      ])
  }
}
