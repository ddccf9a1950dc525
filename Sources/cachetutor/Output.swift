import Glibc
import Screen

/// Writing to the two standard streams.
///
/// Whatever was typed or read from a file passes through `visible`: no text from outside reaches a
/// terminal as an escape sequence.
enum Output {
  /// Writes lines of text to standard output.
  static func say(_ text: String) {
    write(1, text + "\n")
  }

  /// Writes lines of text to standard error, with the program's name before them.
  static func complain(_ text: String) {
    write(2, "cachetutor: " + text + "\n")
  }

  /// Writes lines of text to standard error as they are.
  static func warn(_ text: String) {
    write(2, text + "\n")
  }

  /// Writes without an end of line.
  static func prompt(_ text: String) {
    write(1, text)
  }

  private static func write(_ stream: Int32, _ text: String) {
    var bytes = Array(clean(text).utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        // Nobody reads any more: end quietly, as a pipe's writer does.
        if errno == EPIPE { exit(128 + SIGPIPE) }
        return
      }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Control and bidirectional characters made visible, line ends kept.
  static func clean(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).visible() }.joined(separator: "\n")
  }
}
