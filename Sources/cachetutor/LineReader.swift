import Glibc

/// Reads lines from a file or standard input as they come.
final class LineReader {
  /// The longest line that is read whole; the rest of a longer one is dropped.
  static let limit = 65_536

  private let stream: Int32
  private var buffer: [UInt8] = []
  /// Where the next line begins in the buffer.
  private var start = 0
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
  func next() -> String? { nextBytes().map { String(decoding: $0, as: UTF8.self) } }

  /// The same as it stands in the input, UTF-8 or not.
  func nextBytes() -> [UInt8]? {
    while true {
      if let end = buffer[start...].firstIndex(of: 10) {
        defer { start = end + 1 }
        return LineReader.line(buffer[start..<end])
      }
      guard !hasEnded else {
        defer { (buffer, start) = ([], 0) }
        return start == buffer.count ? nil : LineReader.line(buffer[start...])
      }
      fill()
    }
  }

  /// Whether a whole line waits in the buffer, so that the next one comes without reading.
  var hasLine: Bool { buffer[start...].contains(10) }

  private func fill() {
    buffer.removeFirst(start)
    start = 0
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = read(stream, &chunk, chunk.count)
    if count < 0, errno == EINTR { return }
    guard count > 0 else {
      hasEnded = true
      return
    }
    buffer += chunk[..<count]
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var line = bytes.prefix(limit)
    if line.last == 13 { line.removeLast() }
    return Array(line)
  }
}
