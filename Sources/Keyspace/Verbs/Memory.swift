import CacheEngine

/// `MEMORY`: what a key costs.
struct Memory: VerbAction {
  static let verb = Verb(
    name: "memory", summary: "Shows what a key costs", concept: "eviction",
    subcommands: [usage, help])

  /// Redis measures its own structures; here it is key + value + the overhead of an entry.
  private static let usage = Verb(
    name: "memory|usage", arity: -3,
    parameters: [.key, .optional(.option("SAMPLES", .argument("count", .count)))],
    flags: .readonly, summary: "Returns the bytes that a key and its value take, overhead included",
    cost: "O(1), one round trip", concept: "eviction",
    examples: [
      VerbExample("SET user:1 Ada", "OK"), VerbExample("MEMORY USAGE user:1", "(integer) 79"),
      VerbExample("MEMORY USAGE nobody", "(nil)"),
    ],
    read: { (words) throws(VerbError) in
      var reader = ArgumentReader(words)
      let key = reader.next()
      while !reader.isAtEnd {
        guard ArgumentReader.isWord(reader.next(), "SAMPLES"), !reader.isAtEnd else {
          throw .syntax
        }
        guard try reader.integer() >= 0 else { throw .syntax }
      }
      return Memory(key: key)
    })

  private static let help = HelpLines.verb(
    of: "memory", concept: "eviction",
    [
      "USAGE <key> [SAMPLES <count>]",
      "    Return memory in bytes used by <key> and its value. Every entry is counted",
      "    whole, so <count> changes nothing.",
    ])

  let key: [UInt8]
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    guard let entry = cache.peek(key, symbols, now: context.now) else { return .null }
    let value = symbols.withBytes(of: entry.value) { $0.count }
    return .integer(Int64(key.count + value + Limits.entryOverheadBytes))
  }
}
