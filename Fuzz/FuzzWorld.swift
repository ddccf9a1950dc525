import Foundation
import LessonFiles
import Simulation

@testable import Tutor

/// What the targets start from.
enum FuzzWorld {
  /// Events of one command: enough for every mistake, few enough for many inputs a second.
  static let eventLimit = 2_000

  static let library: LessonLibrary = {
    let lessons = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("lessons")
    return LessonLibrary.load([lessons.path])
  }()

  static let patterns = library.shelf()

  /// The world of the examples.
  static let tutor: Tutor = {
    guard var tutor = try? ExampleWorld.tutor(patterns: patterns) else {
      fatalError("the patterns do not work")
    }
    tutor.eventLimit = eventLimit
    return tutor
  }()
}
