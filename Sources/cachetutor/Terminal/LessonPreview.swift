import Dashboard
import Glibc
import LessonFiles
import Tutor

// A lesson while it is being written.
//
// The file is looked at a few times a second. When it has changed it is read anew, the tutor goes
// back into the same part, and what had been typed there is typed again as far as it still works.
// A file with errors changes nothing on the screen but the line that says what is wrong.

/// Watches one lesson file, and makes a tutor out of each version of it.
final class LessonPreview {
  /// How often the file is looked at, in milliseconds.
  static let interval = 250

  let path: String
  private let library: Library
  private let seed: UInt64
  private var stamp: Stamp?
  /// What was typed in this part.
  private var lines: [String] = []
  private var part = 1

  /// What tells one version of a file from the next.
  private struct Stamp: Equatable {
    var seconds: Int
    var nanoseconds: Int
    var size: Int
    var inode: UInt64
  }

  init(_ path: String, _ library: Library, seed: UInt64) {
    self.path = path
    self.library = library
    self.seed = seed
  }

  /// A tutor at a part of the lesson as the file stands now.
  func open(part: Int) throws(PreviewError) -> Tutor {
    stamp = LessonPreview.stamp(of: path)
    self.part = part
    return try tutor()
  }

  /// Remembers lines that were executed.
  func note(_ kinds: [SessionEntry.Kind], _ tutor: Tutor) {
    let part = tutor.run.map { $0.stepIndex + 1 } ?? 1
    if part != self.part {
      self.part = part
      lines = []
      return
    }
    for case .command(_, let text) in kinds { lines.append(text) }
  }

  /// What the dashboard is to be told if the file has changed; nil if it has not.
  func news() -> Message? {
    let now = LessonPreview.stamp(of: path)
    // An editor may write a new file in the place of the old one: for a moment there is none.
    guard let now, now != stamp else { return nil }
    stamp = now
    do throws(PreviewError) {
      return .loaded(try tutor())
    } catch {
      return .told(error.message, isTrouble: true)
    }
  }

  private func tutor() throws(PreviewError) -> Tutor {
    let lesson: Lesson
    do throws(LessonErrors) {
      lesson = try LessonFile.read(path)
    } catch {
      throw PreviewError(message: error.messages.first ?? path)
    }
    let changed = Library(
      files: library.files.replacing(lesson), shelf: library.shelf, folders: library.folders)
    guard var tutor = try? changed.tutor(seed: seed) else {
      throw PreviewError(message: "\(path): its world cannot be made")
    }
    part = min(part, lesson.steps.count)
    do throws(CommandError) {
      try tutor.startLesson(lesson.id, step: part)
    } catch {
      throw PreviewError(message: "\(path): \(error.message.headline)")
    }
    var kept: [String] = []
    for line in lines {
      guard tutor.execute(line).error == nil else { break }
      kept.append(line)
    }
    lines = kept
    return tutor
  }

  private static func stamp(of path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Stamp(
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
      size: Int(status.st_size), inode: UInt64(status.st_ino))
  }
}

/// Why a lesson cannot be shown, in one line.
struct PreviewError: Error {
  let message: String
}
