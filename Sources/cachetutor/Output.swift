import Glibc
import Screen
import Synchronization

/// Writing to the two standard streams.
///
/// Whatever was typed or read from a file passes through `visible`: no text from outside reaches a
/// terminal as an escape sequence. Where the locale has no Unicode, or ASCII was asked for, every
/// other character becomes its nearest spelling.
enum Output {
  private static let localeGlyphs: Glyphs = {
    setlocale(LC_CTYPE, "")
    let set = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) }
    return set == "UTF-8" ? .unicode : .ascii
  }()

  private static let isASCII = Atomic(false)

  /// Leaves everything beyond ASCII away from now on.
  static func useASCII() {
    isASCII.store(true, ordering: .relaxed)
  }

  /// What standard output and standard error are drawn with.
  static var glyphs: Glyphs {
    isASCII.load(ordering: .relaxed) ? .ascii : localeGlyphs
  }

  /// The colours for standard output; nil when it is no terminal, or `NO_COLOR` is set.
  static var theme: Theme? {
    let terminal = getenv("TERM").map { String(cString: $0) } ?? "dumb"
    guard isatty(1) == 1, terminal != "dumb" else { return nil }
    let theme = Preferences(flags: []).terminal.theme
    return theme == .mono ? nil : theme
  }

  /// Writes lines of text to standard output.
  static func say(_ text: String) {
    write(1, text + "\n")
  }

  /// Writes a document, in UTF-8 whatever the locale.
  static func document(_ text: String, ending: String = "\n") {
    write(1, Array((text + ending).utf8))
  }

  /// Writes lines of text to standard error, with the program's name before them.
  static func complain(_ text: String) {
    write(2, "cachetutor: " + text + "\n")
  }

  /// Writes lines of text to standard error as they are.
  static func warn(_ text: String) {
    write(2, text + "\n")
  }

  /// Writes a line to standard error that the next one takes the place of; nil takes it away.
  static func status(_ text: String?) {
    write(2, Array(("\r\u{1B}[K" + clean(text ?? "")).utf8))
  }

  /// Writes without an end of line.
  static func prompt(_ text: String) {
    write(1, text)
  }

  private static func write(_ stream: Int32, _ text: String) {
    write(stream, Array(clean(text).utf8))
  }

  private static func write(_ stream: Int32, _ bytes: [UInt8]) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        // Nobody reads any more: end quietly, as a pipe's writer does.
        if errno == EPIPE { exit(128 + SIGPIPE) }
        if stream == 1, errno == ENOSPC || errno == EBADF || errno == EFBIG || errno == EDQUOT {
          complain("cannot write what came out: \(String(cString: strerror(errno)))")
          exit(ExitStatus.badFile.rawValue)
        }
        return
      }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Control and bidirectional characters made visible, line ends kept.
  static func clean(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).visible(glyphs) }.joined(separator: "\n")
  }
}
