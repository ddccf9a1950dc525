import Foundation
import LessonFiles
import Simulation

/// The lessons and patterns of the checkout that the program was built in.
enum CheckedOut {
  static let lessons = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("lessons").path

  static let library = LessonLibrary.load([lessons])

  static let patterns = library.shelf()
}
