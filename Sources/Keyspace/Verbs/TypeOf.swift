import CacheEngine

/// `TYPE`: every value here is a string.
struct TypeOf: VerbAction {
  static let verb = Verb(
    name: "type", arity: 2, parameters: [.key], flags: .readonly,
    summary: "Returns the type of a value: string, or none if the key is absent",
    cost: "O(1), one round trip", concept: "hit-and-miss",
    examples: [
      VerbExample("SET a 1", "OK"), VerbExample("TYPE a", "string"), VerbExample("TYPE b", "none"),
    ],
    read: { (words) in TypeOf(key: words[0]) })

  let key: [UInt8]
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    .simple(cache.peek(key, symbols, now: context.now) == nil ? "none" : "string")
  }
}
