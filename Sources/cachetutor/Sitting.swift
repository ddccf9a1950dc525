import CacheEngine
import LessonFiles
import Tutor

/// One sitting at the edge: what is written while a tutor is at work.
///
/// A disk that is full or a folder that cannot be written must not end the lesson: the first such
/// trouble is told once, and the sitting goes on unrecorded.
final class Sitting {
  /// How many commands stand between two digests of a session.
  static let commandsPerDigest = 20

  private(set) var state: StateDirectory?
  private var writer: SessionWriter?
  private var commandsSinceDigest = 0
  private var hasWritten = false
  /// What went wrong, or what a person should know; taken by the front end.
  private(set) var notices: [String] = []

  /// Where this sitting is recorded; nil when it is not.
  var path: String? { writer?.path }

  /// - Parameter isRecorded: false leaves no trace on the disk.
  init(isRecorded: Bool) {
    guard isRecorded else { return }
    do {
      state = try StateDirectory()
    } catch {
      note("This is not recorded: " + error.message)
    }
  }

  /// The command lines of earlier starts, the oldest first.
  var history: [String] {
    guard let state else { return [] }
    return (try? state.history.load()) ?? []
  }

  /// What has been learnt so far.
  func loadProgress() -> Progress {
    guard let state else { return Progress() }
    do {
      let (progress, notice) = try state.progress.load()
      if let notice { note(notice.message(path: state.progress.path)) }
      return progress
    } catch {
      note(error.message)
      return Progress()
    }
  }

  /// Starts a new session file.
  func begin(_ tutor: Tutor) {
    guard let state else { return }
    let lesson = tutor.run.map {
      SessionHeader.Lesson(id: $0.lesson.id, digest: $0.lesson.digest)
    }
    let header = SessionHeader(seed: tutor.seed, lesson: lesson, app: Version.text)
    do {
      writer = try SessionWriter(in: state, header: header)
    } catch {
      note("This is not recorded: " + error.message)
    }
  }

  /// Goes on with the session file of an earlier sitting; false when somebody else is writing it.
  func goOn(with path: String) -> Bool {
    do {
      writer = try SessionWriter(continuing: path)
      return writer != nil
    } catch {
      note(error.message)
      return false
    }
  }

  /// Writes session lines, and a digest now and then.
  func write(_ lines: [SessionEntry.Kind], _ tutor: Tutor) {
    for line in lines {
      append(line)
      commandsSinceDigest += 1
    }
    if commandsSinceDigest >= Sitting.commandsPerDigest { checkpoint(tutor) }
  }

  /// Writes what the world's digest is now.
  func checkpoint(_ tutor: Tutor) {
    guard commandsSinceDigest > 0 else { return }
    let world = tutor.stage.world
    append(.digest(Tick(microseconds: world.clock), world.digest))
    commandsSinceDigest = 0
  }

  /// Saves what has been learnt, and where to go on.
  func save(_ progress: Progress, _ tutor: Tutor) {
    guard let state else { return }
    var progress = progress
    progress.resume = tutor.run.map {
      Progress.Resume(lesson: $0.lesson.id, step: $0.stepIndex + 1, session: writer?.path)
    }
    do {
      try state.progress.update { $0.merge(progress) }
    } catch {
      note(error.message)
    }
  }

  /// Forgets everything that has been learnt.
  func forgetProgress() {
    guard let state else { return }
    do {
      try state.progress.update { $0 = Progress() }
    } catch {
      note(error.message)
    }
  }

  /// Remembers a line for the history of the next start.
  func remember(_ line: String) {
    guard let state else { return }
    try? state.history.append(line)
  }

  /// Copies the session to a path; nil leaves it where it is.
  func saveSession(to path: String?, _ tutor: Tutor) -> String {
    checkpoint(tutor)
    guard let writer else { return "This sitting is not recorded." }
    guard let path else { return "Saved as it was typed: \(writer.path)" }
    do {
      try SessionFile.copy(writer.path, to: path)
      return "Saved: \(path)"
    } catch {
      return error.message
    }
  }

  func takeNotices() -> [String] {
    defer { notices = [] }
    return notices
  }

  private func append(_ line: SessionEntry.Kind) {
    do {
      try writer?.append(line)
    } catch {
      writer = nil
      note("Recording has stopped: " + error.message)
    }
  }

  private func note(_ text: String) {
    notices.append(text)
  }
}
