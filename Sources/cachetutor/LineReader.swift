import Glibc

/// Reads lines from a file or standard input as they come.
final class LineReader {
  /// The longest line that is read whole; the rest of a longer one is dropped.
  static let limit = 65_536

  private let stream: Int32
  private var buffer: [UInt8] = []
  private var hasEnded = false

  /// - Returns: nil when the file cannot be opened; `errno` says why.
  init?(path: String) {
    stream = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    if stream < 0 { return nil }
  }

  deinit {
    if stream > 0 { close(stream) }
  }

  /// The next line without its end; nil at the end of the input.
  func next() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 10) {
        let line = buffer[..<end]
        buffer.removeFirst(end + 1)
        return LineReader.text(line)
      }
      guard !hasEnded else {
        defer { buffer = [] }
        return buffer.isEmpty ? nil : LineReader.text(buffer[...])
      }
      fill()
    }
  }

  private func fill() {
    var chunk = [UInt8](repeating: 0, count: 4_096)
    let count = read(stream, &chunk, chunk.count)
    if count < 0, errno == EINTR { return }
    guard count > 0 else {
      hasEnded = true
      return
    }
    buffer += chunk[..<count]
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var line = bytes.prefix(limit)
    if line.last == 13 { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}
