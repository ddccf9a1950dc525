import CacheEngine

/// `key value key value …`, stored together or not at all.
struct StringPairs: Sendable {
  let keys: [[UInt8]]
  let values: [[UInt8]]

  init(_ words: [[UInt8]], verb: String) throws(VerbError) {
    guard words.count.isMultiple(of: 2) else { throw .wrongNumberOfArguments(verb: verb) }
    keys = stride(from: 0, to: words.count, by: 2).map { words[$0] }
    values = stride(from: 1, to: words.count, by: 2).map { words[$0] }
  }

  func store(
    in cache: inout Cache, _ symbols: inout SymbolTable, now: Tick
  ) throws(VerbError) {
    try checkRoom(in: cache, symbols, now: now)
    for (key, value) in zip(keys, values) {
      try cache.store(key, value, &symbols, now: now)
    }
  }

  /// Whether all fit, one after the other.
  ///
  /// Where nobody leaves, each pair finds the room that those before it left or freed: only a
  /// scratch copy can tell.
  private func checkRoom(
    in cache: Cache, _ symbols: SymbolTable, now: Tick
  ) throws(VerbError) {
    guard cache.evictsNobody else {
      for (key, value) in zip(keys, values) {
        try cache.checkRoom(key: key, valueLength: value.count, symbols)
      }
      return
    }
    var scratch = cache
    var table = symbols
    for (key, value) in zip(keys, values) {
      try scratch.store(key, value, &table, now: now)
    }
  }
}
