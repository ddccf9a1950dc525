import Foundation
import LessonFiles
import Screen
import Simulation
import Testing
import Tutor

@testable import Dashboard

/// A dashboard with somebody in front of it: keys go in, frames and effects come out.
struct Stand {
  var model: Model
  private(set) var effects: [Effect] = []

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  static let library = LessonLibrary.load([folder.appendingPathComponent("Fixtures").path])

  /// The folder of the lessons that are shipped.
  static let shipped = folder.appendingPathComponent("../../lessons").standardized.path

  private static let shelf = LessonLibrary.load([shipped], .firstChapter).shelf()

  /// The patterns that are shipped.
  static func patterns() -> PatternShelf { shelf }

  /// A tutor with the lessons of the fixtures; at a lesson, or in the sandbox.
  static func tutor(_ lesson: String? = nil, step: Int = 1) throws -> Tutor {
    var tutor = try Tutor(lessons: library.lessons, patterns: patterns(), seed: 7)
    if let lesson { try tutor.startLesson(lesson, step: step) }
    return tutor
  }

  init(
    _ lesson: String? = nil, step: Int = 1, size: Size = Size(width: 80, height: 24),
    settings: Settings = Settings()
  ) throws {
    model = Model(try Stand.tutor(lesson, step: step), settings: settings, size: size)
  }

  mutating func press(_ inputs: Input...) {
    for input in inputs { effects += update(&model, .input(input)) }
  }

  /// Types a text, letter by letter.
  mutating func type(_ text: String) {
    for character in text { press(.typed(character)) }
  }

  /// Types a line and enters it.
  mutating func enter(_ line: String) {
    type(line)
    press(.key(.enter))
  }

  /// Lets real time go by, in frames, until nothing moves or so many milliseconds have passed.
  mutating func wait(_ milliseconds: Int = 600_000) {
    var left = milliseconds
    while left > 0, model.isMoving {
      effects += update(&model, .ticked(33_000))
      left -= 33
    }
  }

  func frame(_ width: Int = 80, _ height: Int = 24) -> Frame {
    view(model, size: Size(width: width, height: height))
  }
}
