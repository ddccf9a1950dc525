import CacheEngine
import Foundation
import LessonFiles
import Simulation
import Tutor

/// Plays lessons as somebody who tries every solution, and the sandbox as somebody who tries
/// everything: what is written down becomes the recordings of a release.
struct GoldenWriter {
  private var tutor: Tutor
  private var lines: [SessionEntry.Kind] = []

  init(_ library: LessonLibrary, seed: UInt64 = 7) throws {
    tutor = try Tutor(lessons: library.lessons, patterns: library.shelf(), seed: seed)
  }

  /// The recording of a lesson: each part with each of its solutions.
  static func session(of lesson: Lesson, in library: LessonLibrary, app: String) throws -> String {
    var writer = try GoldenWriter(library)
    try writer.tutor.startLesson(lesson.id)
    _ = writer.tutor.takeUnwritten()
    while let run = writer.tutor.run, !run.isFinished { try writer.solvePart(of: run) }
    let header = SessionHeader(
      seed: 7, lesson: SessionHeader.Lesson(id: lesson.id, digest: lesson.digest), app: app)
    return writer.text(header)
  }

  /// The recording of a script in the sandbox.
  static func session(of script: [String], in library: LessonLibrary, app: String) throws -> String
  {
    var writer = try GoldenWriter(library)
    for line in script { try writer.type(line) }
    return writer.text(SessionHeader(seed: 7, lesson: nil, app: app))
  }

  private mutating func solvePart(of run: LessonRun) throws {
    try answer()
    let solutions = run.part == .contrast ? [] : run.step.solutions.map(\.commands)
    for (index, commands) in solutions.enumerated() {
      if index > 0 { try type("reset step") }
      try answer()
      for command in commands {
        try type(command.text)
        try answer()
      }
    }
    while tutor.run?.isSolved == false, let next = tutor.run?.suggestion { try type(next) }
    try type("next")
  }

  private mutating func answer() throws {
    while let run = tutor.run, let open = run.openQuestion {
      let isChoice = run.questions[open].prediction.form == .choice
      try type(isChoice ? "answer a" : "answer 7")
    }
  }

  private mutating func type(_ line: String) throws {
    if let error = tutor.execute(line).error { throw error }
    lines += tutor.takeUnwritten() + [tutor.digestEntry]
  }

  private func text(_ header: SessionHeader) -> String {
    SessionText(header: header, entries: lines.map { SessionEntry($0, line: .whole) }).text
  }
}
