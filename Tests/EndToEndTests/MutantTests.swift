import LessonFiles
import Simulation
import Testing
import Tutor

/// A lesson's proof must fail where what the lesson teaches is broken: `make check` runs all of them
/// in a release build, because a debug build takes minutes.
@Suite struct MutantTests {
  static let rows: [(lesson: String, defect: String)] = Home.lessons.flatMap { lesson in
    lesson.mutants.map { (lesson.id, $0.text) }
  }

  @Test func `every lesson names what it tells apart, and every defect has its lesson`() {
    let silent = Home.lessons.filter(\.mutants.isEmpty).map(\.id)
    #expect(silent == [])
    let named = Set(Self.rows.map(\.defect))
    #expect(Defect.allCases.map(\.rawValue).filter { !named.contains($0) } == [])
    #expect(named.filter { Defect.named($0) == nil } == [])
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
