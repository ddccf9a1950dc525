import LessonFiles
import Testing

@testable import Tutor

/// Puzzles out of a lesson's own program.
@Suite struct DrillTests {
  static let lessons = LessonLibrary.load([Classroom.folder.path]).lessons

  private func room() throws -> Tutor {
    try Tutor(lessons: Self.lessons, patterns: Classroom.patterns, seed: 7)
  }

  @Test(arguments: lessons.map(\.id))
  func `every lesson's program makes a puzzle that its own line solves`(id: String) throws {
    var tutor = try room()
    try run("drill \(id) round=1", &tutor)
    #expect(tutor.run?.lesson.isDrill == true)
    while let run = tutor.run {
      #expect(!run.isSolved)
      #expect(run.step.hints.count >= 3)
      for command in run.step.authorsWay { try self.run(command.text, &tutor) }
      #expect(tutor.run?.isSolved == true)
      try self.run("next", &tutor)
    }
    #expect(tutor.progress == Progress())
  }

  @Test func `lines in a wrong order do not solve it, and a line of the same kind does`() throws {
    var tutor = try room()
    try run("drill cache-aside round=1", &tutor)
    let order = try #require(tutor.run?.step.order)
    #expect(order.lines.count >= 3)
    let look = try #require(order.lines.firstIndex { $0.text.contains("cache.get") }) + 1
    let answer = try #require(order.lines.firstIndex { $0.text == "return value" }) + 1
    try run("answer \(look) \(answer)", &tutor)
    #expect(tutor.run?.isSolved == false)
    try run("skip", &tutor)
    #expect(tutor.run?.step.title == "A line is missing")
    try run(Drill.calls.joined(separator: " ; "), &tutor)
    #expect(tutor.run?.isSolved == false)
  }

  @Test func `another round takes other lines, and the same round the same`() throws {
    var puzzles: [[String]] = []
    for round in [1, 1, 2, 3, 4] {
      var tutor = try room()
      try run("drill cache-aside round=\(round)", &tutor)
      let parts = try #require(tutor.run?.lesson.steps)
      puzzles.append(parts.flatMap { $0.authorsWay.map(\.text) })
    }
    #expect(puzzles[0] == puzzles[1])
    #expect(Set(puzzles).count >= 3)
  }

  @Test func `the lesson goes on where it was`() throws {
    var tutor = try room()
    try run("lesson cache-aside ; read user:1", &tutor)
    let digest = tutor.stage.world.digest
    let progress = tutor.progress
    _ = tutor.takeUnwritten()
    try run("drill ; skip ; skip", &tutor)
    #expect(tutor.run?.lesson.id == "cache-aside")
    #expect(tutor.run?.isSolved == true)
    #expect(tutor.stage.world.digest == digest)
    #expect(tutor.progress == progress)
    let lines = tutor.takeUnwritten().compactMap { kind -> String? in
      if case .command(_, let text) = kind { text } else { nil }
    }
    #expect(lines == ["drill cache-aside round=0", "skip", "skip"])
  }

  private func run(_ line: String, _ tutor: inout Tutor) throws {
    let error = tutor.execute(line).error
    #expect(error == nil, "\(line): \(error?.message.headline ?? "")")
  }
}
