import ArgumentParser
import Dashboard
import Glibc
import LessonFiles
import NcursesTerminal
import Screen
import Tutor

/// Teaches: where one stopped, or the first lesson.
struct Learn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Go on with the lessons (this is what cachetutor alone does).")

  @Argument(help: ArgumentHelp("Begin this lesson instead.", valueName: "lesson"))
  var lesson: String?

  @OptionGroup var library: LibraryOptions
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    // `cachetutor --ascii play`: the options belong to the subcommand.
    if let lesson, Cachetutor.names.contains(lesson) {
      Output.complain("the subcommand goes first: cachetutor \(lesson) …")
      throw ExitStatus.usage
    }
    let preferences = screen.preferences()
    let sitting = Sitting(isRecorded: preferences.isRecorded)
    let progress = sitting.loadProgress()
    let isFresh = lesson == nil && progress.resume == nil
    let library = try library.load(isFresh && !preferences.isPlain ? .firstChapter : .everything)
    var start = try Start(library, seed: self.library.seed, progress, sitting)
    try start.open(lesson: lesson)
    try FrontEnd.run(
      start.tutor, sitting, preferences, welcome: start.welcome, unread: library.unread)
  }
}

/// The sandbox: no lesson, the same engine.
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Play without a lesson, on a running cache.")

  @OptionGroup var library: LibraryOptions
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let preferences = screen.preferences()
    let library = try library.load(preferences.isPlain ? .everything : .firstChapter)
    let sitting = Sitting(isRecorded: preferences.isRecorded)
    var start = try Start(library, seed: self.library.seed, sitting.loadProgress(), sitting)
    start.openSandbox()
    try FrontEnd.run(
      start.tutor, sitting, preferences, welcome: start.welcome, unread: library.unread)
  }
}

/// Shows a tutor, on a screen or as lines.
enum FrontEnd {
  /// - Parameter unread: folders with lessons that are to be read once the first page stands.
  static func run(
    _ tutor: Tutor, _ sitting: Sitting, _ preferences: Preferences, welcome: String?,
    replay: Replay? = nil, preview: LessonPreview? = nil, unread: [String]? = nil
  ) throws {
    let due = replay == nil ? tutor.dueNotice : nil
    let parts = [welcome, due].compactMap { $0 }
    let welcome = parts.isEmpty ? nil : parts.joined(separator: " ")
    guard !preferences.isPlain else {
      for complaint in preferences.complaints { Output.complain(complaint) }
      var plain = PlainTutor(tutor, sitting)
      plain.run(welcome: welcome)
      return
    }
    let terminal: NcursesTerminal
    do {
      terminal = try NcursesTerminal(preferences.terminal)
    } catch {
      sitting.discardIfEmpty()
      Output.complain(error.description)
      throw ExitStatus.usage
    }
    let settings = preferences.settings(
      glyphs: terminal.glyphs, theme: terminal.theme, sitting: sitting)
    var model = Model(
      tutor, settings: settings, size: terminal.size, history: sitting.history, welcome: welcome)
    if let replay { _ = update(&model, .replay(replay)) }
    if let complaint = preferences.complaint {
      _ = update(&model, .told(complaint, isTrouble: true))
    }
    let loop = TerminalLoop(
      terminal, model, sitting, findsTheme: preferences.asksBackground, preview: preview,
      unread: unread)
    let signal = loop.run()
    terminal.stop()
    let notices = sitting.takeNotices() + preferences.complaints + loop.complaints
    for notice in notices { Output.complain(notice) }
    if let signal { throw ExitStatus.signal(signal) }
    if sitting.path != nil { Output.say("Saved. cachetutor goes on where you stopped.") }
  }
}
