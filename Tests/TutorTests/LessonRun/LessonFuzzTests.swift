import CacheEngine
import FuzzSupport
import Simulation
import Testing
import Tutor

@Suite struct LessonFuzzTests {
  /// Lines that somebody may type at any time in a lesson.
  static let lines = [
    "answer a", "answer b", "answer 200", "answer 4 5 3 2 1", "answer 1 2", "hint", "solve",
    "next", "skip", "task", "lessons", "reset step", "reset lesson", "reset sandbox",
    "lesson whole", "lesson whole 2", "lesson whole 3", "lesson nobody", "lesson small 2", "undo",
    "redo", "read a", "read b", "read a &", "write b Bo", "GET b", "SET b Bea EX 60", "herd b 9",
    "traffic keys a b c a", "tick 1s", "tick 70s", "until expiry", "capacity 2", "capacity 8",
    "policy fifo", "pattern none", "pattern cache-aside", "guard lock", "guard none",
    "crash cache", "revive cache", "begin write b Bob", "step A", "finish all", "evict b",
    "compare policy=lru policy=fifo", "compare off", "lanes", "FLUSHALL --force", "node add B",
    "node remove B", "down db 5s", "nonsense", "read",
    "review all", "drill", "author", "ledger",
  ]

  @Test(arguments: 1...12)
  func `no line breaks a lesson, and a line that fails changes nothing`(seed: Int) throws {
    var room = try Classroom(WholeLesson.text, lesson(LessonRunTests.steps))
    var random = SeededRandom(seed: UInt64(seed))
    var script: [String] = ["lesson whole"]
    try room.type("lesson whole")
    for _ in 0..<FuzzRounds.rounds(120) {
      let line = LessonFuzzTests.lines[random.below(LessonFuzzTests.lines.count)]
      let before = room.tutor
      let error = room.tutor.execute(line).error
      if error == nil {
        script.append(line)
      } else {
        #expect(isSame(before, room.tutor), "\(seed): \(line)")
      }
      room.tutor.stage.world.checkInvariants()
      check(room, seed)
    }
    // The lines that worked, typed again, give the same lesson and the same world.
    var again = try Classroom(WholeLesson.text, lesson(LessonRunTests.steps))
    for line in script { #expect(again.tutor.execute(line).error == nil, "\(seed): \(line)") }
    #expect(isSame(room.tutor, again.tutor), "\(seed)")
  }

  /// What must hold of any lesson at any time.
  private func check(_ room: Classroom, _ seed: Int) {
    guard let run = room.tutor.run else { return }
    #expect(run.lesson.steps.indices.contains(run.stepIndex))
    #expect(run.questions.count <= run.step.predictions.count)
    #expect(run.questions.map(\.index) == Array(run.questions.indices))
    #expect(run.questions.dropLast().allSatisfy { $0.answer != nil })
    #expect(run.goals.count == run.partGoals.count)
    #expect(room.tutor.stage.rivals.count <= 1)
    #expect(!room.tutor.taskText.isEmpty)
    if run.isSolved, !run.isFinished, run.phase != .opening { #expect(run.openQuestion == nil) }
  }

  private func isSame(_ left: Tutor, _ right: Tutor) -> Bool {
    left.stage.world.digest == right.stage.world.digest
      && left.stage.rivals.map(\.world.digest) == right.stage.rivals.map(\.world.digest)
      && left.run?.questions == right.run?.questions && left.run?.hints == right.run?.hints
      && left.run?.phase == right.run?.phase && left.run?.goals == right.run?.goals
      && left.run?.failedTries == right.run?.failedTries && left.progress == right.progress
      && left.stage.step == right.stage.step && left.stage.command == right.stage.command
  }
}
