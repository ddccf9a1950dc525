import CacheEngine
import LessonFiles
import Simulation
import Testing

@testable import Tutor

/// Taking back inside lessons: the ticks of the goals follow, back and forth.
struct LessonUndoTests {
  private static let library = LessonLibrary.load([Classroom.folder.path])

  /// What a learner sees of the goals.
  private struct Ticks: Equatable {
    let goals: [GoalStatus]
    let isSolved: Bool
  }

  private func ticks(_ tutor: Tutor) throws -> Ticks {
    let run = try #require(tutor.run)
    return Ticks(goals: run.goals, isSolved: run.isSolved)
  }

  private func answerAll(_ tutor: inout Tutor) {
    while let run = tutor.run, let open = run.openQuestion {
      let isChoice = run.questions[open].prediction.form == .choice
      guard tutor.execute(isChoice ? "answer a" : "answer 7").error == nil else { return }
    }
  }

  @Test(arguments: library.lessons.map(\.id))
  func `undo and redo roll the goals of every part back and forth`(id: String) throws {
    var tutor = try Tutor(
      lessons: LessonUndoTests.library.lessons, patterns: Classroom.patterns, seed: 7)
    try tutor.startLesson(id)
    while let run = tutor.run, !run.isFinished {
      answerAll(&tutor)
      var seen = [try ticks(tutor)]
      let way = run.part == .contrast ? run.contrastCommands : run.step.authorsWay.map(\.text)
      for line in way where !line.hasPrefix("answer") {
        for invocation in try CommandParser.parse(line) {
          _ = try tutor.execute(invocation)
          answerAll(&tutor)
          seen.append(try ticks(tutor))
        }
      }
      let count = tutor.timeline.undoCount
      let place = "\(id), part \(run.stepIndex + 1)"
      // Kept or run again, the goals are the same.
      for forgets in [false, true] where count == seen.count - 1 {
        if forgets { tutor.timeline.forgetKept() }
        for number in (0..<count).reversed() {
          #expect(tutor.execute("undo").error == nil)
          #expect(try ticks(tutor).goals == seen[number].goals, "\(place), \(number)")
        }
        for number in 1..<count + 1 {
          #expect(tutor.execute("redo").error == nil)
          #expect(try ticks(tutor) == seen[number], "\(place), \(number)")
        }
      }
      for line in way where line.hasPrefix("answer") { _ = tutor.execute(line) }
      if tutor.execute("next").error != nil { _ = tutor.execute("skip") }
    }
  }

  @Test func `four resets, each by its own name`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small ; answer a ; read b ; read b ; next ; SET c Cem")
    try room.type("reset step")
    #expect(try room.run.stepIndex == 1)
    #expect(try room.holds("not cached(c)"))
    try room.type("reset lesson")
    #expect(try room.run.stepIndex == 0)
    #expect(try room.holds("not cached(b)"))
    #expect(room.tutor.progress["small"].steps == [1, 2])
    try room.type("reset sandbox")
    #expect(room.tutor.run == nil)
    #expect(room.tutor.progress["small"].steps == [1, 2])
    #expect(room.refusal(of: "reset progress").contains("reset progress"))
    #expect(room.tutor.progress["small"].steps == [1, 2])
    try room.type("reset progress --force")
    #expect(room.tutor.progress["small"].steps == [])
    for name in ["reset step", "reset lesson", "reset sandbox", "reset progress"] {
      let command = try #require(CommandCatalog.find(named: name))
      #expect(!command.examples.isEmpty && !command.summary.isEmpty)
    }
  }
}
