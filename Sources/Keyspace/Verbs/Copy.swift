import CacheEngine

/// `COPY`: the same value and lifetime under a second name.
struct Copy: VerbAction {
  static let verb = Verb(
    name: "copy", arity: -3,
    parameters: [
      .argument("source", .key), .argument("destination", .key),
      .optional(.option("DB", .argument("destination-db", .integer))),
      .optional(.word("REPLACE")),
    ],
    flags: [.write, .indivisible],
    summary: "Copies a value with its lifetime to another key",
    cost: "O(bytes of the value), one round trip", concept: "atomic-steps",
    examples: [
      VerbExample("MSET a 1 b 2", "OK"), VerbExample("COPY a c", "(integer) 1"),
      VerbExample("COPY a b", "(integer) 0"), VerbExample("COPY a b REPLACE", "(integer) 1"),
      VerbExample("GET b", "\"1\""),
    ],
    read: { (words) throws(VerbError) in try Copy(words) })

  let source: [UInt8]
  let target: [UInt8]
  let replaces: Bool
  var keys: [[UInt8]] { [source, target] }

  /// There is one database, as in a Redis Cluster; `DB 0` names it.
  init(_ words: [[UInt8]]) throws(VerbError) {
    var reader = ArgumentReader(words)
    source = reader.next()
    target = reader.next()
    var replaces = false
    while !reader.isAtEnd {
      let word = reader.next()
      if ArgumentReader.isWord(word, "REPLACE") {
        replaces = true
      } else if ArgumentReader.isWord(word, "DB"), !reader.isAtEnd {
        guard try reader.integer() == 0 else { throw .databaseOutOfRange }
      } else {
        throw .syntax
      }
    }
    self.replaces = replaces
    if source == target { throw .sameObject }
  }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    guard let entry = cache.peek(source, symbols, now: context.now) else { return .flag(false) }
    let old = cache.peek(target, symbols, now: context.now)
    if !replaces, let old {
      cache.touch(entry.key, now: context.now)
      cache.touch(old.key, now: context.now)
      return .flag(false)
    }
    let value = symbols.bytes(of: entry.value)
    try cache.checkRoom(key: target, valueLength: value.count, symbols)
    cache.touch(entry.key, now: context.now)
    try cache.store(target, value, expiresAt: entry.expiresAt, &symbols, now: context.now)
    return .flag(true)
  }
}
