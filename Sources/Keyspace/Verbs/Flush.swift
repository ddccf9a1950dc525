import CacheEngine

/// `FLUSHALL` and `FLUSHDB`: there is one database, so they are the same.
struct Flush: VerbAction {
  static let flushAll = verb("flushall", summary: "Deletes every key")
  static let flushDb = verb("flushdb", summary: "Deletes every key of the one database")

  private static func verb(_ name: String, summary: String) -> Verb {
    Verb(
      name: name, arity: -1, parameters: [.oneOf(.word("ASYNC"), .word("SYNC"))],
      flags: [.write, .keyless, .destructive], summary: summary,
      cost: "O(all keys), one round trip; afterwards every read is a miss",
      concept: "invalidation",
      examples: [
        VerbExample("SET a 1", "OK"), VerbExample(name.uppercased(), "OK"),
        VerbExample("GET a", "(nil)"),
      ],
      read: { (words) throws(VerbError) in try Flush(words) })
  }

  var keys: [[UInt8]] { [] }

  init(_ words: [[UInt8]]) throws(VerbError) {
    guard let word = words.first else { return }
    let isKnown = ArgumentReader.isWord(word, "ASYNC") || ArgumentReader.isWord(word, "SYNC")
    guard words.count == 1, isKnown else { throw .syntax }
  }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    cache.clear(cause: .cleared, now: context.now)
    return .ok
  }
}
