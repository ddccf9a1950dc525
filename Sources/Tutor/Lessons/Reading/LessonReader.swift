/// Makes a lesson out of its parts and collects everything that is wrong with them.
public struct LessonReader {
  let source: LessonSource
  private(set) var errors: [LessonError] = []

  private init(_ source: LessonSource) {
    self.source = source
  }

  /// The lesson, and all of its errors in the order of the file; it is whole only without any.
  public static func read(_ source: LessonSource) -> (lesson: Lesson, errors: [LessonError]) {
    var reader = LessonReader(source)
    var lesson = Lesson(
      id: "", title: "", chapter: source.chapter, order: source.order, path: source.path,
      digest: source.digest)
    guard reader.readHeader(into: &lesson) else { return (lesson, reader.errors) }
    reader.readSteps(into: &lesson)
    // Stable: errors of one line stay in the order in which they were found.
    let sorted = reader.errors.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    return (lesson, sorted.map(\.element))
  }

  mutating func report(_ kind: LessonError.Kind, at line: SourceLine) {
    errors.append(LessonError(path: source.path, line: line, kind: kind))
  }

  mutating func report(contentsOf found: [LessonError]) {
    errors += found
  }
}
