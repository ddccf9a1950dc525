// One key a line, nothing else.
//
//     17
//     user:4
//     17

/// One key a line, a number or a word.
struct IdFormat: LineFormat {
  var lines: LineCount

  init(_ options: FormatOptions) {
    lines = LineCount(options)
  }

  @inline(__always)
  mutating func read(
    _ line: LineBytes, into batch: inout RequestBatch
  ) throws(TraceProblem) {
    var line = line
    line.skipBlanks()
    line.trimEnd()
    if !line.isEmpty { batch.append(line) }
  }

  /// Reads lines of digits alone in one look each, and all others as every format does.
  ///
  /// Most such traces are numbers: one of them is ready when the end of its line is found.
  mutating func parse(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, into batch: inout RequestBatch
  ) throws(TraceFault) -> Int {
    guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return 0 }
    let numbers = readNumbers(base, bytes.count, into: &batch)
    if numbers > 0 { return numbers }
    return try parseLines(bytes, isLast: isLast, into: &batch)
  }

  /// Reads lines up to the first one that is no plain number, or not whole.
  ///
  /// - Returns: the bytes of the lines that were read.
  private mutating func readNumbers(
    _ base: UnsafePointer<UInt8>, _ end: Int, into batch: inout RequestBatch
  ) -> Int {
    let most = RequestBatch.limit - batch.count
    guard most > 0 else { return 0 }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: most) { keys in
      var (start, count) = (0, 0)
      while count < most {
        while count < most, start &+ 16 <= end {
          let line = SixteenBytes(base, at: start)
          guard line.digits < 16, base[start &+ line.digits] == Ascii.newline,
            IdFormat.isPlain(base + start, line.digits)
          else { break }
          keys[count] = line.number
          count &+= 1
          start &+= line.digits &+ 1
        }
        // One that is longer, or near to the end of what there is.
        guard count < most, let line = IdFormat.number(base, from: start, to: end) else { break }
        keys[count] = line.number
        count &+= 1
        start = line.next
      }
      batch.append(keys: UnsafeBufferPointer(rebasing: keys[..<count]))
      lines.number += count
      return start
    }
  }

  /// The plain number of a whole line, and where the next line begins; nil if it is none.
  private static func number(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> (number: UInt64, next: Int)? {
    var number: UInt64 = 0
    var place = start
    while place < end, place &- start < 20 {
      let digit = base[place] &- Ascii.zero
      if digit > 9 { break }
      number = number &* 10 &+ UInt64(digit)
      place &+= 1
    }
    guard place < end, base[place] == Ascii.newline, place &- start <= 19,
      isPlain(base + start, place &- start)
    else { return nil }
    return (number, place &+ 1)
  }

  /// Whether so many digits are a number as it is written: some, and no zero before others.
  @inline(__always)
  private static func isPlain(_ first: UnsafePointer<UInt8>, _ digits: Int) -> Bool {
    digits == 1 || digits > 1 && first.pointee != Ascii.zero
  }

  static let row = FormatRow(
    name: "ids", aliases: ["lines", "keys"], summary: "one key a line, a number or a word",
    example: "user:4", endings: ["txt", "ids", "keys"],
    reference: "most public simulators",
    looks: { head in head.wholeLines.allSatisfy { !$0.contains(where: " \t,".contains) } },
    make: { IdFormat($0) })
}
