// Blocks of a disk.
//
//     5 3 0 1        blocks 5, 6 and 7: three requests
//     40             one block
//     *              the end of a part, in the traces of LIRS
//
// Reference: N. Megiddo, D. Modha, ARC, FAST '03 (four columns: first block, number of blocks, a
// zero, the number of the request); S. Jiang, X. Zhang, LIRS, SIGMETRICS '02 (one block a line).

/// Ranges of blocks; each block is one request.
struct BlockRangeFormat: LineFormat {
  var lines: LineCount

  /// The most blocks of one line.
  static let limit: UInt64 = 1 << 22

  init(_ options: FormatOptions) {
    lines = LineCount(options)
  }

  mutating func read(
    _ line: LineBytes, into batch: inout RequestBatch
  ) throws(TraceProblem) {
    var rest = line
    rest.skipBlanks()
    rest.trimEnd()
    if rest.isEmpty || rest[rest.start] == Ascii.star || rest[rest.start] == Ascii.hash { return }
    let first = try rest.takeWord().number("first block", most: UInt64(Int64.max))
    var count: UInt64 = 1
    if !rest.isEmpty {
      count = try rest.takeWord().number("number of blocks", most: BlockRangeFormat.limit)
    }
    guard count > 0 else { throw .nonsense("it is a range of no blocks") }
    for block in first..<first + count { batch.append(block) }
  }

  static let row = FormatRow(
    name: "blocks", aliases: ["arc", "lirs", "ranges"],
    summary: "block ranges: first block, number of blocks; the rest of the line is not read",
    example: "5 3 0 1", endings: ["arc", "lis", "lirs", "trc"],
    reference: "Megiddo, Modha, FAST (2003); Jiang, Zhang, SIGMETRICS (2002)",
    looks: { head in
      head.wholeLines.allSatisfy { line in
        let words = line.split(separator: " ")
        return words.first == "*"
          || (2...5).contains(words.count)
            && words.allSatisfy { UInt64($0) != nil }
      }
    },
    make: { BlockRangeFormat($0) })
}

extension LineBytes {
  /// The bytes up to a blank, and goes on behind the blanks that follow.
  mutating func takeWord() -> LineBytes {
    var stop = start
    while stop < end, self[stop] != Ascii.blank, self[stop] != Ascii.tab { stop += 1 }
    let word = part(start, stop)
    start = stop
    skipBlanks()
    return word
  }
}
