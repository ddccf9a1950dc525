import PolicyLab
import Simulation
import TraceFiles
import Tutor

/// Walks one folder of lessons.
///
/// Whatever has no place there is an error: a lesson with a wrong name would otherwise be missing
/// without a word.
struct LibraryLoader {
  private let folder: String
  private let extent: LessonLibrary.Extent
  private(set) var lessons: [Lesson] = []
  private(set) var patterns: [PatternFile] = []
  private(set) var traces: [KeyTrace] = []
  private(set) var sandbox: Lesson?
  private(set) var errors: [LessonError] = []
  private var seen: [String: String] = [:]
  private var files = 0

  init(_ folder: String, _ extent: LessonLibrary.Extent = .everything) {
    self.extent = extent
    self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
  }

  mutating func load() {
    for name in names(in: folder) {
      let path = "\(folder)/\(name)"
      if name == "README.md" { continue }
      if name == LibraryLoader.sandboxName {
        if extent != .lessons { loadSandbox(path) }
      } else if !Files.isFolder(path) {
        report(.strayFile, path)
      } else if name == "patterns" {
        if extent != .lessons { loadPatterns(path) }
      } else if name == "traces" {
        if extent != .lessons { loadTraces(path) }
      } else if NumberedName(name) != nil {
        if !isEnough { loadChapter(path, name: name) }
      } else {
        report(.badName(expected: "10-\(name)"), path)
      }
    }
    if files == 0, errors.isEmpty { report(.noLessons, folder) }
  }

  /// Whether no more lessons are asked for.
  private var isEnough: Bool {
    switch extent {
    case .everything, .lessons: false
    case .firstChapter: !lessons.isEmpty
    }
  }

  private mutating func report(
    _ fault: LessonError.LibraryFault, _ path: String, at line: SourceLine = .whole
  ) {
    errors.append(LessonError(path: path, line: line, kind: .library(fault)))
  }

  /// The names in a folder, in the order of their numbers.
  private mutating func names(in folder: String) -> [String] {
    do {
      let names = try Files.names(in: folder).map { (NumberedName($0)?.number ?? .max, $0) }
      return names.sorted { $0 < $1 }.map(\.1)
    } catch {
      report(.unreadable(reason: error.reason), folder)
      return []
    }
  }

  private mutating func content(of path: String) -> [UInt8]? {
    guard Files.isFile(path) else {
      report(.notAFile, path)
      return nil
    }
    do {
      return try Files.read(path, limit: LessonLimits.fileBytes)
    } catch {
      report(.unreadable(reason: error.reason), path)
      return nil
    }
  }

  private mutating func loadChapter(_ path: String, name: String) {
    let names = names(in: path)
    var chapter = LessonPlace(path: path + "/x").chapter
    for about in ["chapter.md", "README.md"] where names.contains(about) {
      guard let bytes = content(of: "\(path)/\(about)") else { continue }
      do {
        let title = try ChapterFile.title(
          of: bytes, path: "\(path)/\(about)", isRequired: about == "chapter.md")
        if let title {
          chapter.title = title
          break
        }
      } catch {
        errors += error.all
      }
    }
    for name in names where name != "chapter.md" && name != "README.md" {
      loadLesson("\(path)/\(name)", name: name, chapter: chapter)
    }
  }

  private mutating func loadLesson(_ path: String, name: String, chapter: LessonChapter) {
    guard name.hasSuffix(".md") else {
      report(.strayFile, path)
      return
    }
    guard NumberedName(name.dropLast(3)) != nil else {
      report(.badName(expected: "10-\(name)"), path)
      return
    }
    files += 1
    guard let bytes = content(of: path) else { return }
    do {
      let lesson = try LessonFile.parse(bytes: bytes, path: path, chapter: chapter)
      if let other = seen[lesson.id] {
        report(.repeatedIdentifier(lesson.id, other: other), path, at: lesson.idLine)
      } else {
        seen[lesson.id] = path
        lessons.append(lesson)
      }
    } catch {
      errors += error.all
    }
  }

  /// The file of the sandbox's scene and experiments.
  static let sandboxName = "experiments.md"

  private mutating func loadSandbox(_ path: String) {
    guard let bytes = content(of: path) else { return }
    do {
      sandbox = try LessonFile.parse(
        bytes: bytes, path: path, stepLimit: LessonLimits.experiments + 1)
    } catch {
      errors += error.all
    }
  }

  /// A trace in any format that `simulate` reads; its name is that of the file without endings.
  private mutating func loadTraces(_ path: String) {
    for name in names(in: path) where name != "README.md" {
      let file = "\(path)/\(name)"
      do throws(TraceFileError) {
        let requests = try TraceFile(path: file).keys(most: KeyTrace.limit).keys
        traces.append(KeyTrace(name: String(name.prefix { $0 != "." }), requests: requests))
      } catch {
        var line = SourceLine.whole
        if case .fault(_, let fault) = error, case .line(let number) = fault.place {
          line = SourceLine(number)
        }
        report(.badTrace(what: error.what), file, at: line)
      }
    }
  }

  private mutating func loadPatterns(_ path: String) {
    for name in names(in: path) where name != "README.md" {
      let file = "\(path)/\(name)"
      guard name.hasSuffix(".pattern"), name.count > 8 else {
        report(.strayFile, file)
        continue
      }
      guard let bytes = content(of: file) else { continue }
      guard let text = String(validating: bytes, as: UTF8.self),
        bytes.count <= LessonLimits.fileBytes
      else {
        errors.append(LessonError(path: file, line: SourceLine(1), kind: .structure(.notText)))
        continue
      }
      patterns.append(PatternFile(name: String(name.dropLast(8)), text: text, path: file))
    }
  }
}
