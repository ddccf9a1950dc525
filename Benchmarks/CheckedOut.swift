import Foundation
import LessonFiles
import Simulation

/// The lessons and patterns of the checkout that the program was built in.
enum CheckedOut {
  static let library: LessonLibrary = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("lessons")
    return LessonLibrary.load([folder.path])
  }()

  static let patterns = PatternShelf(
    library.patterns.compactMap {
      try? Simulation.PatternFile(name: $0.name, text: $0.text)
    })
}
