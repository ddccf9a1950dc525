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
      var (place, start, count) = (0, 0, 0)
      while count < most {
        var number: UInt64 = 0
        while place &+ 8 <= end {
          let bytes = EightBytes(base, at: place)
          let digits = bytes.digits
          guard digits > 0 else { break }
          let tail = bytes.number(of: digits)
          number = place == start ? tail : number &* EightBytes.powers[digits] &+ tail
          place &+= digits
          if digits < 8 { break }
        }
        while place < end {
          let digit = base[place] &- Ascii.zero
          if digit > 9 { break }
          number = number &* 10 &+ UInt64(digit)
          place &+= 1
        }
        let length = place - start
        guard place < end, base[place] == Ascii.newline, length > 0, length <= 19,
          base[start] != Ascii.zero || length == 1
        else { break }
        keys[count] = number
        count &+= 1
        place &+= 1
        start = place
      }
      batch.append(keys: UnsafeBufferPointer(rebasing: keys[..<count]))
      lines.number += count
      return start
    }
  }

  static let row = FormatRow(
    name: "ids", aliases: ["lines", "keys"], summary: "one key a line, a number or a word",
    example: "user:4", endings: ["txt", "ids", "keys"],
    reference: "most public simulators",
    looks: { head in head.wholeLines.allSatisfy { !$0.contains(where: " \t,".contains) } },
    make: { IdFormat($0) })
}
