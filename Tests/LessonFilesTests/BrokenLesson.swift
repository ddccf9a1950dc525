import LessonFiles
import Testing
import Tutor

/// A lesson that is only a header and a first step, to be broken.
enum BrokenLesson {
  static let header = """
    ---
    format: 1
    id: a-lesson
    title: A lesson
    minutes: 5
    panels: [path]
    ---
    ## First
    """

  /// What reading the text as `a.md` complains about.
  static func messages(_ text: String) -> [String] {
    do {
      _ = try LessonFile.parse(text: text, path: "a.md")
      return []
    } catch {
      return error.messages
    }
  }
}
