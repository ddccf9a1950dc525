import CNcurses
import Glibc
import Screen

// Synchronised output (mode 2026) lets a terminal show a frame at once. It is used only where the
// terminal says that it knows it. The question goes out with the first frame and its answer is read
// as input, whenever it comes, so nobody waits. The background's colour (OSC 11) is asked for in the
// same way, if somebody wants to know it. After these a last question is asked that every terminal
// answers (DA1): if the program ends before that answer, it is waited for a moment, for otherwise it
// would be typed at the shell.

/// What the terminal has told about itself.
struct TerminalReports {
  /// Whether the terminal may be asked at all.
  var isAsking = false
  var asksBackground = false
  var askedAt: ContinuousClock.Instant?
  var isAnswered = false
  var canSynchronise = false

  /// The longest wait for an answer before the terminal is given back.
  static let patience = Duration.milliseconds(100)

  /// The consoles that print questions which they do not understand are not asked.
  static func mayAsk(_ name: String) -> Bool {
    !["linux", "vt", "ansi", "cons", "sun", "wyse"].contains { name.hasPrefix($0) }
  }

  /// Takes a report: what stands between `ESC [ ?` and its final character.
  mutating func take(_ parameters: String, final: Character) {
    switch final {
    case "y":
      // 2026;1$y: on, 2: off and can be switched. 0 and 4: not known, never on.
      canSynchronise = parameters == "2026;1$" || parameters == "2026;2$"
    case "c":
      isAnswered = true
    default:
      return
    }
  }
}

extension NcursesTerminal {
  func askForReports() {
    guard reports.isAsking, reports.askedAt == nil else { return }
    reports.askedAt = .now
    send("\u{1B}[?2026$p" + (reports.asksBackground ? "\u{1B}]11;?\u{1B}\\" : "") + "\u{1B}[c")
  }

  /// Reads until the last answer is there or patience is over; what else comes is thrown away.
  func awaitReports() {
    guard let askedAt = reports.askedAt, !reports.isAnswered, !isGone else { return }
    let end = askedAt + TerminalReports.patience
    while !reports.isAnswered, ContinuousClock.now < end {
      guard waitForInput(until: end), case .code = readAll() else { break }
    }
  }
}
