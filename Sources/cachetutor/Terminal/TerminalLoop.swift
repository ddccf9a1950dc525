import ArgumentParser
import Dashboard
import Glibc
import LessonFiles
import NcursesTerminal
import Screen
import Tutor

// The loop: wait for input, a signal or the next frame; take in all that is there; draw once.
//
// One thread. While something moves a frame comes every 33 ms; traffic that flows, perhaps for
// hours, is shown a little less often, for it should not warm anybody's lap. Where only time has
// gone by the page goes on by itself; input draws it anew, at once. While nothing moves the loop
// waits for ever and writes nothing.

/// The tutor on a terminal, from its first frame to its last.
final class TerminalLoop {
  static let frameMilliseconds = 33
  static let flowingMilliseconds = 42

  private let terminal: NcursesTerminal
  private let sitting: Sitting
  private let preview: LessonPreview?
  private let unread: [String]?
  /// What is wrong with lessons that were read after the first page.
  private(set) var complaints: [String] = []
  private var model: Model
  private let crash: CrashSwitch?
  /// The theme that was taken for want of a choice, until the terminal has told its background.
  private var stopgap: String?
  /// What is on the screen.
  private var page: Page?
  private let longRun: LongRun
  private var isOver = false
  private var ending: Int32?
  private var clock = ContinuousClock.now

  /// - Parameters:
  ///   - findsTheme: whether nobody has chosen a theme, so that the terminal's word counts.
  ///   - preview: the lesson that is being written meanwhile, if one is.
  ///   - unread: folders with lessons that the first page does not need.
  init(
    _ terminal: NcursesTerminal, _ model: Model, _ sitting: Sitting, findsTheme: Bool = false,
    preview: LessonPreview? = nil, unread: [String]? = nil
  ) {
    self.preview = preview
    self.unread = unread
    self.terminal = terminal
    self.model = model
    self.sitting = sitting
    stopgap = findsTheme ? model.settings.theme : nil
    crash = CrashSwitch.found
    let longRun = LongRun(
      patience: .milliseconds(700), interval: .milliseconds(300),
      isInterrupted: terminal.isInterrupted
    ) { events in
      guard var frame = terminal.lastFrame else { return }
      LongRunView.draw(on: &frame, events: events)
      terminal.present(frame)
    }
    self.longRun = longRun
    self.model.isStopped = { longRun.isStopped(after: $0) }
  }

  /// Runs until the person leaves or the system ends it.
  ///
  /// - Returns: the number of the signal that ended it; nil when the person left.
  func run() -> Int32? {
    clock = ContinuousClock.now
    present()
    readRest()
    var nextFrame = ContinuousClock.now
    while !isOver {
      let wasMoving = model.isMoving
      let idle = preview == nil ? nil : LessonPreview.interval
      let wait = wasMoving ? milliseconds(until: nextFrame) : idle
      var input = terminal.nextInput(timeoutMilliseconds: wait)
      while let next = input {
        take(next)
        input = isOver ? nil : terminal.nextInput(timeoutMilliseconds: 0)
      }
      let now = ContinuousClock.now
      if wasMoving {
        hear(.ticked(microseconds(now - clock)))
      }
      clock = now
      let pause =
        model.hasRunningTraffic
        ? TerminalLoop.flowingMilliseconds : TerminalLoop.frameMilliseconds
      nextFrame = now + .milliseconds(pause)
      tellNotices()
      if let news = preview?.news() { hear(news) }
      if !isOver { present() }
    }
    sitting.end(model.tutor)
    return ending
  }

  /// Reads what the first page did not need; it is there when the first key is taken in.
  private func readRest() {
    guard let unread else { return }
    let library = LessonLibrary.load(unread, .lessons)
    complaints = library.errors.map(\.message)
    hear(.completed(library.lessons))
    if let complaint = complaints.firstComplaint(restBy: "check") {
      hear(.told(complaint, isTrouble: true))
    }
    present()
  }

  private func present() {
    if page != nil {
      page?.goOn(model, size: terminal.size)
    } else {
      page = Page(model, size: terminal.size)
    }
    if let page { terminal.present(page.frame) }
  }

  private func take(_ input: Input) {
    switch input {
    case .resized(let size): hear(.resized(size))
    case .background(let isLight): adapt(toLight: isLight)
    case .key(.function(12), _) where crash != nil: crash?.act()
    case .requested(.resumed): clock = ContinuousClock.now
    case .requested(let request):
      ending = request.signalNumber
      isOver = true
    default: hear(.input(input))
    }
  }

  /// The terminal has told its background: unless somebody has chosen meanwhile, a theme follows.
  private func adapt(toLight isLight: Bool) {
    guard let stopgap, model.settings.theme == stopgap else { return }
    self.stopgap = nil
    let theme: Theme = isLight ? .light : .dark
    if theme.name != stopgap { hear(.themed(theme.name)) }
  }

  /// Takes a fact in; after anything but time the page is drawn anew.
  private func hear(_ fact: Message) {
    if case .ticked = fact {} else { page = nil }
    longRun.begin()
    for effect in update(&model, fact) { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .write(let lines):
      sitting.write(lines, model.tutor)
      preview?.note(lines, model.tutor)
    case .saveProgress(let progress): sitting.save(progress, model.tutor)
    case .forgetProgress: sitting.forgetProgress()
    case .saveSession(let path):
      let words = sitting.saveSession(to: path, model.tutor)
      hear(.told(words, isTrouble: false))
    case .readTraces(let names, let line, let isTyped):
      hear(.tracesRead(TraceDesk.read(names), line: line, isTyped: isTyped))
    case .remember(let line): sitting.remember(line)
    case .quit: isOver = true
    case .suspend: terminal.suspend()
    case .repaint: terminal.repaint()
    case .copy(let text): terminal.copy(text)
    case .setMouse(let isOn): terminal.usesMouse = isOn
    case .setTheme(let name): if let theme = Theme.named(name) { terminal.theme = theme }
    case .bell: terminal.bell()
    }
  }

  private func tellNotices() {
    for notice in sitting.takeNotices() {
      hear(.told(notice, isTrouble: true))
    }
  }

  private func milliseconds(until instant: ContinuousClock.Instant) -> Int {
    let left = (instant - ContinuousClock.now) / .milliseconds(1)
    return max(0, min(TerminalLoop.flowingMilliseconds, Int(left.rounded(.up))))
  }

  private func microseconds(_ duration: Duration) -> Int64 {
    Int64(duration / .microseconds(1))
  }
}
