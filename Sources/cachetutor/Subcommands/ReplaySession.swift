import ArgumentParser
import Dashboard
import LessonFiles
import Tutor

/// Plays a recording, or checks it.
struct ReplaySession: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Play a recorded session: stop, step, look back, take over.",
    discussion: """
      With --check it is executed without a screen; the first difference from what was recorded \
      is named, and the exit code is 1 then.
      """)

  @Argument(help: ArgumentHelp("The session; the newest one without.", valueName: "file"))
  var file: String?

  @Flag(help: "Execute it without a screen and compare.")
  var check = false

  @OptionGroup var library: LibraryOptions
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let path = try file ?? Self.newest()
    let session = try Self.read(path)
    let library = try library.load()
    if check {
      try Self.compare(session, path, library)
    } else {
      try play(session, path, library)
    }
  }

  /// Reads a session; what is odd about it is told.
  static func read(_ path: String) throws -> SessionText {
    do {
      let session = try SessionFile.read(path)
      for notice in session.notices { Output.complain(notice.message(path: path)) }
      return session
    } catch {
      Output.complain(error.message)
      throw ExitStatus.badFile
    }
  }

  /// The session recorded last.
  static func newest() throws -> String {
    guard let path = try? StateDirectory().sessionPaths().last else {
      Output.complain("nothing has been recorded yet — cachetutor sessions lists what is")
      throw ExitStatus.badFile
    }
    return path
  }

  private static func compare(
    _ session: SessionText, _ path: String, _ library: Library
  ) throws {
    do {
      var replay = try SessionReplay(
        session, lessons: library.files.lessons, patterns: library.shelf)
      if replay.isOtherLesson {
        Output.complain("\(path): the lesson's text has changed since this was recorded")
      }
      try replay.playAll()
      let digests = session.entries.filter { if case .digest = $0.kind { true } else { false } }
      Output.say(
        "\(path): \(Words.count(session.commands.count, "command")), "
          + "\(Words.count(digests.count, "digest")): as recorded")
    } catch {
      Output.complain(error.message(path: path))
      throw ExitStatus.failed
    }
  }

  private func play(_ session: SessionText, _ path: String, _ library: Library) throws {
    let replay: SessionReplay
    do {
      replay = try SessionReplay(
        session, lessons: library.files.lessons, patterns: library.shelf,
        sandbox: library.sandbox)
    } catch {
      Output.complain(error.message(path: path))
      throw ExitStatus.failed
    }
    let preferences = screen.preferences()
    let sitting = Sitting(isRecorded: preferences.isRecorded, keepsProgress: false)
    let start = replay.tutor
    sitting.begin(start)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if preferences.isPlain {
      var plain = PlainTutor(start, sitting)
      plain.run(replaying: session, replay, path: path)
      return
    }
    try FrontEnd.run(
      start, sitting, preferences, welcome: nil,
      replay: Replay(name: name, session: session))
  }
}
