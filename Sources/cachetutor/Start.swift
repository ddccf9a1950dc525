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

  /// A recording cannot be gone on with, for this reason; the step that it had reached, if known.
  private struct Obstacle: Error {
    let reason: String
    var step: Int?
  }

  init(_ library: Library, seed: UInt64, _ progress: Progress, _ sitting: Sitting) throws {
    self.library = library
    self.sitting = sitting
    tutor = try library.tutor(seed: seed)
    tutor.take(progress)
  }

  /// Opens the lesson asked for, else the one that was being done, else the first.
  mutating func open(lesson: String?) throws {
    if let lesson {
      try begin(lesson, step: 1)
      welcome = tutor.run.flatMap { tutor.needsText(of: $0.lesson) }
    } else if let resume = tutor.progress.resume {
      try goOn(from: resume)
    } else if let first = library.files.lessons.first {
      try begin(first.id, step: 1)
    } else {
      openSandbox()
    }
  }

  /// Opens without a lesson.
  mutating func openSandbox() {
    welcome = "No lesson: everything may be typed. `try 1` is the first experiment."
    do {
      try tutor.openSandbox()
    } catch {
      welcome = "The scene of the sandbox does not work: \(error.message.headline)"
    }
    sitting.begin(tutor, after: tutor.takeUnwritten())
  }

  /// A part in the middle is a recorded command: the header of a session names only the lesson.
  private mutating func begin(_ id: String, step: Int) throws {
    do {
      try tutor.startLesson(id)
      if step > 1 { try tutor.executeAll("lesson \(id) \(step)") }
    } catch {
      let known = library.files.lessons.map(\.id).joined(separator: ", ")
      Output.complain("\(error.message.headline) — the lessons are: \(known)")
      throw ExitStatus.usage
    }
    sitting.begin(tutor, after: tutor.takeUnwritten())
  }

  private mutating func goOn(from resume: Progress.Resume) throws {
    guard let lesson = library.files.lesson(resume.lesson) else {
      guard let first = library.files.lessons.first else { return openSandbox() }
      welcome = "The lesson \(resume.lesson) is not here any more; this is the first one."
      return try begin(first.id, step: 1)
    }
    var step = resume.step
    var reason: String?
    if let path = resume.session {
      do {
        return try execute(path, lesson)
      } catch {
        reason = error.reason
        step = error.step ?? step
      }
    }
    try begin(lesson.id, step: min(max(1, step), lesson.steps.count))
    let place = "Welcome back: \(Start.place(of: tutor)), from its beginning."
    welcome = reason.map { "\(place) \($0)" } ?? place
  }

  /// Executes the last recording again and goes on in it.
  private mutating func execute(_ path: String, _ lesson: Lesson) throws(Obstacle) {
    let session: SessionText
    do {
      session = try SessionFile.read(path)
    } catch {
      throw Obstacle(reason: "The last session is lost: " + error.message)
    }
    if let digest = tutor.progress[lesson.id].digest, digest != lesson.digest {
      throw Obstacle(reason: "The lesson's text has changed since.")
    }
    let resumed = try replayed(session, path)
    guard sitting.goOn(with: path) else {
      throw Obstacle(
        reason: "Another cachetutor goes on with your session; this one begins its own.",
        step: resumed.run.map { $0.stepIndex + 1 })
    }
    let progress = tutor.progress
    tutor = resumed
    tutor.take(progress)
    let clock = Words.clock(resumed.stage.world.clock)
    welcome = "Welcome back: \(Start.place(of: resumed)), clock at \(clock)."
  }

  /// Where a tutor stands, for the middle of a sentence.
  private static func place(of tutor: Tutor) -> String {
    guard let run = tutor.run, !run.isFinished else { return tutor.whereabouts }
    return "part \(run.stepIndex + 1) of \(run.lesson.steps.count), \(run.step.title)"
  }

  /// The tutor after a recording.
  private func replayed(_ session: SessionText, _ path: String) throws(Obstacle) -> Tutor {
    do {
      var replay = try SessionReplay(
        session, lessons: library.files.lessons, patterns: library.shelf,
        sandbox: library.sandbox)
      guard !replay.isOtherLesson else {
        throw Obstacle(reason: "The lesson's text has changed since.")
      }
      try replay.playAll()
      return replay.tutor
    } catch let error as SessionReplayError {
      throw Obstacle(reason: "The last session goes another way now: " + error.message(path: path))
    } catch let error as Obstacle {
      throw error
    } catch {
      throw Obstacle(reason: "The last session cannot be played.")
    }
  }
}

extension Tutor {
  /// Executes a line that must work.
  mutating func executeAll(_ line: String) throws(CommandError) {
    if let error = execute(line).error { throw error }
  }
}
