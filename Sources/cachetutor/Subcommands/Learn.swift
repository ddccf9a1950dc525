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
    let library = try library.load()
    let preferences = screen.preferences()
    let sitting = Sitting(isRecorded: preferences.isRecorded)
    var start = try Start(library, seed: self.library.seed, sitting)
    try start.open(lesson: lesson)
    try FrontEnd.run(start.tutor, sitting, preferences, welcome: start.welcome)
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
    let library = try library.load()
    let preferences = screen.preferences()
    let sitting = Sitting(isRecorded: preferences.isRecorded)
    var start = try Start(library, seed: self.library.seed, sitting)
    start.openSandbox()
    try FrontEnd.run(start.tutor, sitting, preferences, welcome: start.welcome)
  }
}

/// Shows a tutor, on a screen or as lines.
enum FrontEnd {
  static func run(
    _ tutor: Tutor, _ sitting: Sitting, _ preferences: Preferences, welcome: String?,
    replay: Replay? = nil, preview: LessonPreview? = nil
  ) throws {
    let due = replay == nil ? tutor.progress.dueText.map { "\($0): `review` asks again." } : nil
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
      terminal, model, sitting, findsTheme: preferences.asksBackground, preview: preview)
    let signal = loop.run()
    terminal.stop()
    for notice in sitting.takeNotices() + preferences.complaints { Output.complain(notice) }
    if let signal { throw ExitStatus.signal(signal) }
    if sitting.path != nil { Output.say("Saved. cachetutor goes on where you stopped.") }
  }
}
