import Simulation
import Tutor

/// Every lesson and pattern of some folders, in order, and everything that is wrong with them.
///
/// A lesson with errors is left out and the others stay: one broken file must not keep a learner
/// from all the rest.
public struct LessonLibrary: Hashable, Sendable {
  /// By chapter, then by the file's number, then by name.
  public internal(set) var lessons: [Lesson] = []
  /// By name.
  public internal(set) var patterns: [PatternFile] = []
  /// By name.
  public internal(set) var traces: [KeyTrace] = []
  /// The sandbox: its scene and its experiments, written like a lesson; nil without such a file.
  public internal(set) var sandbox: Lesson?
  /// In order of path and line.
  public internal(set) var errors: [LessonError] = []

  public init(lessons: [Lesson] = [], patterns: [PatternFile] = [], errors: [LessonError] = []) {
    self.lessons = lessons
    self.patterns = patterns
    self.errors = errors
  }

  /// How much is read.
  public enum Extent: Sendable {
    case everything
    /// All lessons, where the rest has been read already.
    case lessons
    /// The first chapter, for the first lesson and how many stand beside it; patterns, traces and
    /// the sandbox too. Of several folders nobody can tell before they are read which chapter it
    /// is, so all of them are.
    case firstChapter
  }

  /// Loads folders with `NN-chapter/NN-name.md`, `patterns/NAME.pattern` and `traces/NAME.txt`.
  ///
  /// A lesson, pattern or trace of a later folder stands in for one of an earlier folder with the
  /// same id or name.
  ///
  /// - Parameter extent: less than everything is for a first page that must not wait; what is left
  ///   unread then is not judged either.
  public static func load(
    _ folders: [String], _ extent: Extent = .everything
  ) -> LessonLibrary {
    let extent = folders.count > 1 && extent == .firstChapter ? .everything : extent
    var library = LessonLibrary()
    for folder in folders {
      var loader = LibraryLoader(folder, extent)
      loader.load()
      library.add(loader)
    }
    library.check()
    return library
  }

  /// The lesson with this identity.
  public func lesson(_ id: String) -> Lesson? {
    lessons.first { $0.id == id }
  }

  /// The same library with another version of one lesson, or with one more at the end.
  public func replacing(_ lesson: Lesson) -> LessonLibrary {
    var library = self
    if let index = lessons.firstIndex(where: { $0.id == lesson.id }) {
      library.lessons[index] = lesson
    } else {
      library.lessons.append(lesson)
    }
    return library
  }

  /// The lesson that comes after this one; nil at the end.
  public func lesson(after id: String) -> Lesson? {
    guard let index = lessons.firstIndex(where: { $0.id == id }) else { return lessons.first }
    return index + 1 < lessons.count ? lessons[index + 1] : nil
  }

  /// The chapters in order, each with its lessons.
  public var chapters: [(chapter: LessonChapter, lessons: [Lesson])] {
    var chapters: [(chapter: LessonChapter, lessons: [Lesson])] = []
    for lesson in lessons {
      if chapters.last?.chapter == lesson.chapter {
        chapters[chapters.count - 1].lessons.append(lesson)
      } else {
        chapters.append((lesson.chapter, [lesson]))
      }
    }
    return chapters
  }

  private mutating func add(_ loader: LibraryLoader) {
    let ids = loader.lessons.map(\.id)
    lessons.removeAll { ids.contains($0.id) }
    lessons += loader.lessons
    let names = loader.patterns.map(\.name)
    patterns.removeAll { names.contains($0.name) }
    patterns += loader.patterns
    let recorded = loader.traces.map(\.name)
    traces.removeAll { recorded.contains($0.name) }
    traces += loader.traces
    sandbox = loader.sandbox ?? sandbox
    errors += loader.errors
  }

  private mutating func check() {
    lessons.sort {
      ($0.chapter.number, $0.chapter.folder, $0.order, $0.path)
        < ($1.chapter.number, $1.chapter.folder, $1.order, $1.path)
    }
    patterns.sort { $0.name < $1.name }
    traces.sort { $0.name < $1.name }
    if lessons.count > LessonLimits.lessons {
      errors += lessons[LessonLimits.lessons...].prefix(1).map { lesson in
        let fault = LessonError.LibraryFault.tooManyLessons(limit: LessonLimits.lessons)
        return LessonError(path: lesson.path, line: .whole, kind: .library(fault))
      }
      lessons.removeSubrange(LessonLimits.lessons...)
    }
    // A lesson that could not be read may well be the one that is needed.
    if errors.isEmpty { errors += unknownNeeds() }
    errors += circles()
    errors.sort { ($0.path, $0.line) < ($1.path, $1.line) }
  }
}
