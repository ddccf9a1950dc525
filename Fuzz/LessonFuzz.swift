import CacheEngine
import LessonFiles
import Simulation

@testable import Tutor

/// Lesson files of any bytes: they can be done, or every mistake has a line of the file.
enum LessonFuzz {
  /// What a learner does with a part.
  private static let lines = [
    "answer a", "answer 1", "task", "hint", "hint", "hint", "solve", "author", "next",
  ]

  static func run(_ bytes: [UInt8]) {
    do {
      let lesson = try LessonFile.parse(bytes: bytes, path: "fuzz/10-fuzz.md")
      precondition(!lesson.id.isEmpty && !lesson.steps.isEmpty)
      play(lesson)
    } catch {
      let lines = bytes.count { $0 == 10 } + 1
      precondition(!error.all.isEmpty)
      for fault in error.all {
        precondition((1...lines).contains(fault.line.number), "a mistake outside the file")
        precondition(!fault.message.contains("\n"), "a message of two lines")
      }
    }
  }

  /// Begins each part, shows its hints and its solution.
  private static func play(_ lesson: Lesson) {
    guard !lesson.steps.contains(where: isVast) else { return }
    guard var tutor = try? Tutor(lessons: [lesson], patterns: FuzzWorld.patterns, seed: 7) else {
      return
    }
    tutor.eventLimit = FuzzWorld.eventLimit
    for step in lesson.steps.indices {
      guard tutor.execute("lesson \(lesson.id) \(step + 1)").error == nil else { continue }
      for line in lines {
        let (done, error) = tutor.execute(line)
        for execution in done { _ = ReplyText.text(execution, in: tutor) }
        if let error { precondition(!error.message.headline.isEmpty) }
        tutor.stage.world.checkInvariants()
      }
    }
  }

  /// Large numbers within the limits only take long.
  private static func isVast(_ step: LessonStep) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return String(describing: step.setup).utf8.split { !digits.contains($0) }
      .contains { $0.count >= 5 }
  }
}
