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
  /// Whether the person has done anything that is recorded.
  private var hasWritten = false
  /// Whether the session file is this sitting's own, and not the going on of an earlier one.
  private var isNewFile = false
  /// The lesson and part that the progress file names.
  private var savedPlace: (lesson: String, step: Int)?
  private let keepsProgress: Bool
  /// What went wrong, or what a person should know; taken by the front end.
  private(set) var notices: [String] = []

  /// Where this sitting is recorded; nil when it is not.
  var path: String? { writer?.path }

  /// - Parameters:
  ///   - isRecorded: false leaves no trace on the disk.
  ///   - keepsProgress: false for replays: watching is not learning.
  init(isRecorded: Bool, keepsProgress: Bool = true) {
    self.keepsProgress = keepsProgress
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
      let (progress, notice) = try state.progress.update {
        if keepsProgress { $0.sittings += 1 }
      }
      if let notice { note(notice.message(path: state.progress.path)) }
      return progress
    } catch {
      note(error.message)
      return Progress()
    }
  }

  /// Starts a new session file.
  ///
  /// - Parameter lines: what brought the tutor to where the person begins.
  func begin(_ tutor: Tutor, after lines: [SessionEntry.Kind] = []) {
    guard let state else { return }
    let lesson = tutor.run.map {
      SessionHeader.Lesson(id: $0.lesson.id, digest: $0.lesson.digest)
    }
    let header = SessionHeader(seed: tutor.seed, lesson: lesson, app: Version.text)
    do {
      writer = try SessionWriter(in: state, header: header)
      isNewFile = true
    } catch {
      note("This is not recorded: " + error.message)
    }
    for line in lines { append(line) }
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
      hasWritten = true
    }
    if let run = tutor.run, !run.lesson.isDetour,
      savedPlace.map({ $0 != (run.lesson.id, run.stepIndex) }) ?? true
    {
      save(tutor.progress, tutor)
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
  ///
  /// The sandbox leaves the place in the lesson as it was; so does somebody who has only looked at
  /// the lesson in which another sitting stopped.
  func save(_ progress: Progress, _ tutor: Tutor) {
    guard let state, keepsProgress else { return }
    // A detour is no place to go on at: its recording leads back to it.
    let place = tutor.run.flatMap { run in
      run.lesson.isDetour ? nil : (lesson: run.lesson.id, step: run.stepIndex)
    }
    let resume = place.map {
      Progress.Resume(
        lesson: $0.lesson, step: $0.step + 1, session: hasWritten || !isNewFile ? path : nil)
    }
    do {
      try state.progress.update {
        $0.merge(progress)
        guard let resume else { return }
        guard resume.session != nil || $0.resume?.lesson != resume.lesson else { return }
        $0.resume = resume
      }
      savedPlace = place
    } catch {
      note(error.message)
    }
  }

  /// Ends the sitting; a file in which nothing was done is not kept.
  func end(_ tutor: Tutor) {
    checkpoint(tutor)
    save(tutor.progress, tutor)
    discardIfEmpty()
  }

  /// Removes the session file when nobody has done anything in it.
  func discardIfEmpty() {
    guard isNewFile, !hasWritten else { return }
    writer?.discard()
    writer = nil
  }

  /// Forgets everything that has been learnt.
  func forgetProgress() {
    guard let state, keepsProgress else { return }
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
