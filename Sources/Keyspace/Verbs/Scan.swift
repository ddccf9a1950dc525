import CacheEngine

/// `SCAN`: the key space a few keys at a time.
///
/// What Redis promises holds: a key that is there from the first step to the last is returned; one
/// that comes or goes meanwhile may be. The cursor is a place in the table, so the promise holds
/// whatever else happens between the steps. COUNT says how many places one step looks at, so a
/// step may return fewer keys, or none, before the walk has ended.
struct Scan: VerbAction {
  static let verb = Verb(
    name: "scan", arity: -2,
    parameters: [
      .argument("cursor", .cursor), .optional(.option("MATCH", .pattern)),
      .optional(.option("COUNT", .argument("count", .count))),
      .optional(.option("TYPE", .argument("type", .type))),
    ],
    flags: [.readonly, .keyless],
    summary: "Walks through the keys: start with 0, go on until the reply begins with 0",
    cost: "O(COUNT) a step, one round trip a step; O(all keys) for the whole walk",
    concept: "key-space",
    examples: [
      VerbExample("MSET a 1 b 2 c 3", "OK"),
      VerbExample("SCAN 0 COUNT 2", "1) \"2\"\n2) 1) \"a\"\n   2) \"b\""),
      VerbExample("SCAN 2 COUNT 2", "1) \"0\"\n2) 1) \"c\""),
    ],
    read: { (words) throws(VerbError) in try Scan(words) })

  let cursor: UInt64
  private(set) var pattern: Glob?
  private(set) var count = 10
  private(set) var wantsStrings = true
  var keys: [[UInt8]] { [] }

  init(_ words: [[UInt8]]) throws(VerbError) {
    var reader = ArgumentReader(words)
    guard let cursor = Scan.cursor(reader.next()) else { throw .invalidCursor }
    self.cursor = cursor
    while !reader.isAtEnd {
      let word = reader.next()
      if reader.isAtEnd { throw .syntax }
      if ArgumentReader.isWord(word, "MATCH") {
        pattern = Glob(reader.next())
      } else if ArgumentReader.isWord(word, "COUNT") {
        let count = try reader.integer()
        guard count >= 1 else { throw .syntax }
        self.count = Int(min(count, Int64(Limits.scanCount)))
      } else if ArgumentReader.isWord(word, "TYPE") {
        wantsStrings = ArgumentReader.isWord(reader.next(), "STRING")
      } else {
        throw .syntax
      }
    }
  }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    let step = cache.scan(from: Int(clamping: cursor), limit: count)
    let found = step.keys.filter { key in
      wantsStrings && cache.peek(key, now: context.now) != nil
        && pattern.map { pattern in symbols.withBytes(of: key) { pattern.matches($0) } } ?? true
    }
    return .array([.bulk(String(step.next)), .array(found.map { .value($0) })])
  }

  /// A number as C's `strtoul` reads it: a sign may stand before it, and nothing at all is 0.
  private static func cursor(_ word: [UInt8]) -> UInt64? {
    guard let first = word.first else { return 0 }
    let isNegative = first == UInt8(ascii: "-")
    let digits = isNegative || first == UInt8(ascii: "+") ? word.dropFirst() : word[...]
    guard let text = String(validating: digits, as: UTF8.self), text.first?.isNumber == true,
      let number = UInt64(text)
    else { return nil }
    return isNegative ? 0 &- number : number
  }
}
