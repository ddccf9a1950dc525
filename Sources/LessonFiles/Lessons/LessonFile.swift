import Tutor

// From bytes to a lesson.
//
// The front matter goes through libyaml, the rest through cmark; both libraries know lines, so
// every error can name its own. Everything that is wrong is collected: an author who repairs one
// message should not have to start again to see the next.

/// Reads one lesson file.
public enum LessonFile {
  /// Reads the lesson in a file.
  public static func read(_ path: String) throws(LessonErrors) -> Lesson {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(path, limit: LessonLimits.fileBytes)
    } catch {
      let fault = LessonError.LibraryFault.unreadable(reason: error.reason)
      throw LessonErrors([LessonError(path: path, line: .whole, kind: .library(fault))])
    }
    return try parse(bytes: bytes, path: path)
  }

  /// Reads a lesson from its text.
  ///
  /// - Parameters:
  ///   - path: as it shall stand in messages; its last two parts say chapter and order.
  ///   - chapter: the chapter, when somebody knows its title better than the folder's name does.
  public static func parse(
    text: String, path: String, chapter: LessonChapter? = nil
  ) throws(LessonErrors) -> Lesson {
    try parse(bytes: Array(text.utf8), path: path, chapter: chapter)
  }

  /// Reads a lesson from the bytes of its file, with so many parts at most.
  public static func parse(
    bytes: [UInt8], path: String, chapter: LessonChapter? = nil,
    stepLimit: Int = LessonLimits.steps
  ) throws(LessonErrors) -> Lesson {
    let text = try self.text(of: bytes, path: path)
    let place = LessonPlace(path: path)
    var source = LessonSource(
      path: path, digest: Lesson.digest(of: bytes), chapter: chapter ?? place.chapter,
      order: place.order, fields: [], items: [])
    source.stepLimit = stepLimit
    let parts = try split(text, path: path)
    source.fields = try fields(parts.header, path: path)
    let markdown = MarkdownReader.read(parts.body, path: path, offset: parts.bodyLine - 1)
    source.items = markdown.items
    let (lesson, errors) = LessonReader.read(source)
    // A lesson of another format means other things by its blocks: one message is enough.
    let isForeign = lesson.format != Lesson.currentFormat
    let all = (isForeign ? [] : markdown.errors) + errors
    guard all.isEmpty else {
      let sorted = all.enumerated().sorted {
        ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
      }
      throw LessonErrors(sorted.map(\.element))
    }
    return lesson
  }

  /// The front matter alone.
  static func fields(
    of bytes: [UInt8], path: String
  ) throws(LessonErrors) -> [LessonSource.Field] {
    try fields(split(text(of: bytes, path: path), path: path).header, path: path)
  }

  private static func fields(
    _ header: String, path: String
  ) throws(LessonErrors) -> [LessonSource.Field] {
    let matter = FrontMatter.read(header, first: SourceLine(2))
    guard let (line, fault) = matter.fault else { return matter.fields }
    throw LessonErrors([LessonError(path: path, line: line, kind: .header(fault))])
  }

  /// The text, its line ends made single; a byte order mark is left out.
  private static func text(of bytes: [UInt8], path: String) throws(LessonErrors) -> String {
    func fault(_ fault: LessonError.StructureFault, line: Int) -> LessonErrors {
      LessonErrors([LessonError(path: path, line: SourceLine(line), kind: .structure(fault))])
    }
    guard bytes.count <= LessonLimits.fileBytes else {
      throw fault(.tooLarge(bytes: bytes.count, limit: LessonLimits.fileBytes), line: 1)
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    // Nearly every file is right as it is, and every start reads them all.
    if !content.contains(where: { $0 == 13 || $0 == 0 }),
      let text = String(validating: content, as: UTF8.self)
    {
      return text
    }
    var lines: [String] = []
    for part in content.split(separator: 10, omittingEmptySubsequences: false) {
      // A carriage return anywhere else would be a line end to the libraries and none to us.
      let part = (part.last == 13 ? part.dropLast() : part).map { $0 == 13 ? 32 : $0 }
      guard let line = String(validating: part, as: UTF8.self), !part.contains(0) else {
        throw fault(.notText, line: lines.count + 1)
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  /// Parts the front matter from the rest; `bodyLine` is the rest's first line in the file.
  private static func split(
    _ text: String, path: String
  ) throws(LessonErrors) -> (header: String, body: String, bodyLine: Int) {
    func fault(_ fault: LessonError.HeaderFault) -> LessonErrors {
      LessonErrors([LessonError(path: path, line: SourceLine(1), kind: .header(fault))])
    }
    let lines = text.textLines
    guard isRule(lines.first ?? "") else { throw fault(.missing) }
    guard let end = lines.dropFirst().firstIndex(where: isRule) else { throw fault(.unclosed) }
    let body = lines[(end + 1)...].first.map { text[$0.startIndex...] } ?? ""
    return (String(text[lines[1].startIndex..<lines[end].startIndex]), String(body), end + 2)
  }

  private static func isRule(_ line: Substring) -> Bool {
    line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
  }
}
