import CacheEngine

struct DbSize: VerbAction {
  static let verb = Verb(
    name: "dbsize", arity: 1, parameters: [], flags: [.readonly, .keyless],
    summary: "Returns the number of keys in memory, expired ones not yet cleared away included",
    cost: "O(1), one round trip", concept: "key-space",
    examples: [VerbExample("MSET a 1 b 2", "OK"), VerbExample("DBSIZE", "(integer) 2")],
    read: { (_) in DbSize() })

  var keys: [[UInt8]] { [] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    .integer(Int64(cache.count))
  }
}
