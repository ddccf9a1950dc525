// The only file family that touches the terminal. It paints frames and reports input; it does not
// diff (curses does), choose colours (themes do) or know what it shows. Whatever it switches on it
// switches off again, in every way in which the program can end:
//
//     end by itself, thrown error     stop(), or the deinitialiser
//     exit() from somewhere           the guard's exit handler
//     TERM INT HUP QUIT, closed       reported as input; the loop ends and stop() follows
//     crash, failed precondition      the guard's signal handler
//     Ctrl-Z, TSTP, STOP and CONT     left and entered again, here
//
// One thread owns it: curses is not thread-safe.

import CNcurses
import Glibc
import Screen

/// The terminal: a screen to present frames on and a source of input.
public final class NcursesTerminal {
  /// Whether frames are made of Unicode or of ASCII glyphs.
  public let glyphs: Glyphs
  /// The name that `TERM` said, when there is no such entry and another one is used.
  public let replacedName: String?
  public internal(set) var size: Size
  /// What styles look like; a change shows with the next frame.
  public var theme: Theme {
    didSet {
      guard theme != oldValue else { return }
      pairs = ColourPairs(theme: theme, depth: depth)
      lastFrame = nil
    }
  }

  /// Whether clicks and the wheel are reported; a change acts at once.
  public var usesMouse: Bool {
    didSet {
      guard usesMouse != oldValue, isActive else { return }
      send(usesMouse ? Self.mouseOn : Self.mouseOff)
    }
  }

  let depth: ColourDepth
  let signals: Int32
  var pairs: ColourPairs
  var painter = RunPainter()
  /// What is on the screen; nil when that is not known.
  public internal(set) var lastFrame: Frame?
  var decoder = InputDecoder()
  /// Input that has been understood but not been asked for.
  var ready: [Input] = []
  var isGone = false
  var isActive = false
  var isStopped = false
  var reports = TerminalReports()

  /// Takes the screen over.
  ///
  /// Before the first frame is presented nothing is painted.
  public init(_ options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
    glyphs = Self.chooseGlyphs(options.glyphs)
    let name = try TerminalName(environment: getenv("TERM").map { String(cString: $0) }) {
      switch Int(cnc_check_terminal($0)) {
      case cnc_usable: .usable
      case cnc_unknown: .unknown
      default: .cannotMoveCursor
      }
    }
    replacedName = name.replaced
    // Curses would believe these rather than the terminal.
    unsetenv("LINES")
    unsetenv("COLUMNS")
    cnc_guard_open(options.crashNotice)
    // Before curses, which would install its own handlers.
    signals = cnc_signals_open()
    guard signals >= 0, cnc_open(name.name) == 0 else {
      cnc_signals_close()
      cnc_guard_close()
      throw .refused(name: name.name)
    }
    usesMouse = options.usesMouse
    depth = min(options.depth, ColourDepth(count: Int(cnc_colours())))
    theme = options.theme
    pairs = ColourPairs(theme: options.theme, depth: depth)
    size = Self.kernelSize() ?? Size(width: 80, height: 24)
    reports.isAsking = TerminalReports.mayAsk(name.name)
    reports.asksBackground = options.asksBackground
    switchOn()
  }

  deinit {
    stop()
  }

  /// Gives the terminal back as it was; what was written to standard error meanwhile follows.
  ///
  /// May be called again, without effect.
  public func stop() {
    guard !isStopped else { return }
    isStopped = true
    if isActive { switchOff() }
    cnc_signals_close()
    cnc_guard_close()
  }

  /// Stops the program as the shell's Ctrl-Z does; returns when it is continued.
  public func suspend() {
    guard isActive else { return }
    switchOff()
    comeBack(stopping: true)
  }

  /// Enters the screen again once the terminal is ours, unless the program is asked to end.
  func comeBack(stopping: Bool) {
    var stops = stopping
    while true {
      if stops { cnc_stop_group() }
      drainSignals(handling: .endsOnly)
      if ready.contains(where: \.isEnd) { return }
      if cnc_is_foreground() == 1 { break }
      // Continued in the background: stop again, as nothing can be shown there.
      stops = true
      pause(milliseconds: 100)
    }
    cnc_reenter()
    switchOn()
    if applySize() { ready.append(.resized(size)) }
    ready.append(.requested(.resumed))
  }

  private func switchOn() {
    cnc_errors_capture()
    cnc_guard_active(1)
    isActive = true
    lastFrame = nil
    send(Self.pasteAndFocusOn + (usesMouse ? Self.mouseOn : ""))
  }

  func switchOff() {
    awaitReports()
    send((usesMouse ? Self.mouseOff : "") + Self.pasteAndFocusOff)
    cnc_close()
    cnc_guard_active(0)
    cnc_errors_release()
    isActive = false
  }

  private static let pasteAndFocusOn = "\u{1B}[?2004h\u{1B}[?1004h"
  private static let pasteAndFocusOff = "\u{1B}[?1004l\u{1B}[?2004l"
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"

  /// Writes past curses, at once.
  func send(_ sequence: String) {
    var bytes = Array(sequence.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }

  /// Reads the size again; true when it is another one.
  func applySize() -> Bool {
    guard let now = Self.kernelSize(), now != size else { return false }
    size = now
    cnc_set_size(Int32(now.height), Int32(now.width))
    lastFrame = nil
    return true
  }

  private static func kernelSize() -> Size? {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard cnc_kernel_size(&rows, &columns) == 0 else { return nil }
    return Size(width: Int(columns), height: Int(rows))
  }

  /// Unicode needs a locale that knows it; asked for, one is taken that every system has.
  private static func chooseGlyphs(_ asked: Glyphs?) -> Glyphs {
    setlocale(LC_CTYPE, "")
    var isUnicode = hasUnicode()
    if asked == .unicode, !isUnicode {
      setlocale(LC_CTYPE, "C.UTF-8")
      isUnicode = hasUnicode()
    }
    return isUnicode ? asked ?? .unicode : .ascii
  }

  private static func hasUnicode() -> Bool {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } == "UTF-8"
  }
}
