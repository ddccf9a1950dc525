import CacheEngine

struct Exists: VerbAction {
  static let verb = Verb(
    name: "exists", arity: -2, parameters: [.keys], flags: .readonly,
    summary: "Counts which of the keys are there; a key named twice counts twice",
    cost: "O(keys), one round trip for all of them", concept: "hit-and-miss",
    examples: [
      VerbExample("SET a 1", "OK"), VerbExample("EXISTS a b", "(integer) 1"),
      VerbExample("EXISTS a a", "(integer) 2"),
    ],
    read: { (words) in Exists(keys: words) })

  let keys: [[UInt8]]

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    var present: Int64 = 0
    for key in keys where cache.peek(key, symbols, now: context.now) != nil { present += 1 }
    return .integer(present)
  }
}
