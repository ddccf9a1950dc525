import CacheEngine
import LessonFiles
import Tutor

// Where the tutor opens.
//
// The recording of the last sitting is the truth: it is executed again, which gives the same world,
// and the sitting goes on in the same file. When that does not work out (the lesson has changed,
// the rules have, the file is gone) the step begins afresh and the tutor says so.

/// Opens a tutor at the place at which a person goes on.
struct Start {
  private(set) var tutor: Tutor
  /// What the first screen says; nil when it needs no words.
  private(set) var welcome: String?
  private let library: Library
  private let sitting: Sitting

  init(_ library: Library, seed: UInt64, _ sitting: Sitting) throws {
    self.library = library
    self.sitting = sitting
    tutor = try library.tutor(seed: seed)
    tutor.take(sitting.loadProgress())
  }

  /// Opens the lesson asked for, else the one that was being done, else the first.
  mutating func open(lesson: String?) throws {
    if let lesson {
      try begin(lesson, step: 1)
      sitting.begin(tutor)
      return
    }
    let resume = tutor.progress.resume
    if let resume, let path = resume.session, goOn(path) { return }
    let first = library.files.lessons.first?.id
    guard let id = resume?.lesson ?? first else {
      openSandbox()
      return
    }
    do {
      try begin(id, step: resume?.step ?? 1)
      if resume != nil { welcome = "Welcome back: \(tutor.whereabouts), from its beginning." }
    } catch {
      guard let first, resume != nil else { throw error }
      try begin(first, step: 1)
      welcome = "The lesson \(id) is not here any more; this is the first one."
    }
    sitting.begin(tutor)
  }

  /// Opens without a lesson.
  mutating func openSandbox() {
    welcome = "No lesson: everything may be typed. `help` lists the commands."
    sitting.begin(tutor)
  }

  private mutating func begin(_ id: String, step: Int) throws {
    // A step in the middle is a recorded command: the header names only the lesson.
    let line = step > 1 ? "lesson \(id) \(step)" : nil
    do {
      try tutor.startLesson(id)
      if let line { try tutor.executeAll(line) }
    } catch {
      Output.complain(error.message.text)
      throw ExitStatus.usage
    }
  }

  /// Executes the last recording again and goes on in it; false when it does not hold any more.
  private mutating func goOn(_ path: String) -> Bool {
    guard let session = try? SessionFile.read(path) else { return false }
    guard let resumed = execute(session) else { return false }
    guard sitting.goOn(with: path) else {
      welcome = "Another cachetutor goes on with your session; this one begins its own."
      return false
    }
    tutor = resumed
    if !session.commands.isEmpty || (resumed.run?.stepIndex ?? 0) > 0 {
      let clock = Words.clock(resumed.stage.world.clock)
      welcome = "Welcome back: \(resumed.whereabouts), clock at \(clock)."
    }
    return true
  }

  /// The tutor after a recording; nil when it goes another way than it went then.
  private func execute(_ session: SessionText) -> Tutor? {
    do {
      var replay = try SessionReplay(
        session, lessons: library.files.lessons, patterns: library.shelf)
      guard !replay.isOtherLesson else { return nil }
      try replay.playAll()
      var tutor = replay.tutor
      tutor.take(self.tutor.progress)
      return tutor
    } catch {
      return nil
    }
  }
}

extension Tutor {
  /// Executes a line that must work.
  mutating func executeAll(_ line: String) throws(CommandError) {
    if let error = execute(line).error { throw error }
  }
}
