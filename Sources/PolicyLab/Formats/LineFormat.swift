// Lines, one after the other.
//
// All text formats share this loop; a format only says what one line means. The loop stands in an
// extension that each format's own type takes over, so the compiler makes one of it for each
// format, and a line costs no call through a table.

/// A format whose records are lines.
protocol LineFormat: TraceParser {
  var lines: LineCount { get set }

  /// Puts the requests of one line into the batch; the line is not empty.
  mutating func read(
    _ line: LineBytes, into batch: inout RequestBatch
  ) throws(TraceProblem)
}

/// How far the reading of lines has come.
struct LineCount: Sendable {
  /// Lines that were read, empty ones too.
  var number = 0
  var broken = 0
  let skipsBroken: Bool

  /// A line that is longer is none.
  static let limit = 1 << 20

  init(_ options: FormatOptions) {
    skipsBroken = options.skipsBroken
  }
}

extension LineFormat {
  public var broken: Int { lines.broken }

  public mutating func parse(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, into batch: inout RequestBatch
  ) throws(TraceFault) -> Int {
    try parseLines(bytes, isLast: isLast, into: &batch)
  }

  @inline(__always)
  mutating func parseLines(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, into batch: inout RequestBatch
  ) throws(TraceFault) -> Int {
    guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return 0 }
    var start = 0
    while start < bytes.count, batch.count < RequestBatch.limit {
      let end = Newline.first(in: base, from: start, to: bytes.count)
      if end == bytes.count, !isLast {
        guard start == 0, bytes.count >= LineCount.limit else { break }
        throw TraceFault(.line(lines.number + 1), .lineTooLong(limit: LineCount.limit))
      }
      lines.number += 1
      var line = LineBytes(base: base, start: start, end: end, readable: bytes.count)
      if line.end > line.start, base[line.end - 1] == Ascii.carriageReturn { line.end -= 1 }
      start = end + 1
      if line.isEmpty { continue }
      do throws(TraceProblem) {
        try read(line, into: &batch)
      } catch {
        guard lines.skipsBroken, error.isSkippable else {
          throw TraceFault(.line(lines.number), error)
        }
        lines.broken += 1
      }
    }
    return min(start, bytes.count)
  }
}

/// Finding the ends of lines.
enum Newline {
  /// Where the next end of line is; `end` if there is none.
  @inline(__always)
  static func first(in base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var place = start
    while place + 8 <= end {
      let found = EightBytes(base, at: place).first(Ascii.newline)
      if found < 8 { return place + found }
      place += 8
    }
    while place < end, base[place] != Ascii.newline { place += 1 }
    return place
  }
}
