import LessonFiles
import Simulation
import Testing
import Tutor

/// A lesson's proof must fail where what the lesson teaches is broken.
@Suite struct MutantTests {
  static let rows: [(lesson: String, defect: String)] = Home.lessons.flatMap { lesson in
    lesson.mutants.map { (lesson.id, $0.text) }
  }

  @Test(arguments: rows)
  func `the lesson notices`(lesson: String, defect: String) throws {
    var only = try #require(Home.lessons.first { $0.id == lesson })
    only.mutants.removeAll { $0.text != defect }
    let others = Home.lessons.filter { $0.id != lesson }
    let proof = LessonChecker.prove(
      others + [only], only: [lesson], patterns: Home.patterns, seed: 7)
    #expect(proof.mutants.map(\.defect.rawValue) == [defect])
    #expect(proof.errors.map(\.message) == [])
  }

  @Test func `the writing patterns tell their own defects apart`() {
    let named = Set(Self.rows.map(\.defect))
    for defect in [
      "queue-not-keyed", "crash-spares-queue", "flush-never", "batch-of-one",
      "store-before-answer", "no-back-pressure", "failed-batch-dropped",
    ] {
      #expect(named.contains(defect))
    }
  }

  @Test func `check --prove says where each defect is noticed`() throws {
    let home = try Home()
    let lessons = Home.root.appendingPathComponent("lessons").path
    let (status, output) = try home.run(["check", lessons, "--only", "read-through", "--prove"])
    #expect(status == 0)
    #expect(output.contains("read-through: notices 3 of 3 defects — loader-keeps-nothing (line "))
  }
}
