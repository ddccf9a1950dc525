// Requests to the in-memory caches of a large social network.
//
//     0,q:q:1:8WTfjZU14ee,17,213,4,get,0
//     │ │                 │  │   │ │   └ TTL of a write
//     │ key               │  │   │ operation
//     second              │  │   client
//                  bytes of key and of value
//
// Keys may have commas in them, so the fields are counted from both ends. Writes fill the cache
// after a miss; counted as requests they would be hits that nobody asked for, so they are left
// out unless they are wanted.
//
// Reference: J. Yang, Y. Yue, K. Rashmi, "A large scale analysis of hundreds of in-memory cache
// clusters at Twitter", OSDI '20.

/// The published cluster traces of Twitter.
struct TwitterFormat: LineFormat {
  var lines: LineCount
  private let countsWrites: Bool

  private static let example = "0,key,17,213,4,get,0"

  init(_ options: FormatOptions) {
    lines = LineCount(options)
    countsWrites = options.countsWrites
  }

  @inline(__always)
  mutating func read(
    _ line: LineBytes, into batch: inout RequestBatch
  ) throws(TraceProblem) {
    var rest = line
    let time = rest.take(upTo: Ascii.comma)
    _ = try TwitterFormat.takeLast(&rest)
    let operation = try TwitterFormat.takeLast(&rest)
    _ = try TwitterFormat.takeLast(&rest)
    let valueBytes = try TwitterFormat.takeLast(&rest)
    let keyBytes = try TwitterFormat.takeLast(&rest)
    guard !rest.isEmpty else { throw .noKey }
    guard try isRequest(operation) else {
      batch.skipped += 1
      return
    }
    let size = UInt64(try keyBytes.size("size of the key")) + UInt64(try valueBytes.size())
    guard size <= UInt64(UInt32.max) else {
      throw .tooLarge("\(size)", field: "size", most: UInt64(UInt32.max))
    }
    batch.note(milliseconds: try time.milliseconds())
    batch.append(rest, size: UInt32(truncatingIfNeeded: size))
  }

  /// The bytes behind the last comma; the line ends before it afterwards.
  @inline(__always)
  private static func takeLast(_ rest: inout LineBytes) throws(TraceProblem) -> LineBytes {
    var place = rest.end - 1
    while place >= rest.start, rest[place] != Ascii.comma { place -= 1 }
    guard place >= rest.start else { throw .notLike(example: TwitterFormat.example) }
    defer { rest.end = place }
    return rest.part(place + 1, rest.end)
  }

  @inline(__always)
  private func isRequest(_ operation: LineBytes) throws(TraceProblem) -> Bool {
    if operation.equals("get") || operation.equals("gets") { return true }
    if operation.equals("delete") { return false }
    for word in TwitterFormat.writes where operation.equals(word) { return countsWrites }
    throw .nonsense("there is no operation “\(operation.text)”")
  }

  private static let writes: [StaticString] = [
    "set", "add", "replace", "cas", "append", "prepend", "incr", "decr",
  ]

  static let row = FormatRow(
    name: "twitter", aliases: ["twr", "twemcache"],
    summary: "Twitter's cluster traces: second, key, sizes, client, operation, TTL",
    example: example, reference: "Yang, Yue, Rashmi, OSDI (2020)",
    looks: { head in
      head.wholeLines.allSatisfy { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        return fields.count >= 7 && UInt64(fields[0]) != nil
          && ["get", "gets", "delete"].contains(fields[fields.count - 2])
          || writes.contains { fields.count >= 7 && fields[fields.count - 2] == "\($0)" }
      }
    },
    make: { TwitterFormat($0) })
}
