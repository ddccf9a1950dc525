import CacheEngine

struct Get: VerbAction {
  static let verb = Verb(
    name: "get", arity: 2, parameters: [.key], flags: .readonly,
    summary: "Returns the value of a key",
    cost: "O(1), one round trip", concept: "hit-and-miss",
    examples: [
      VerbExample("SET user:1 Ada", "OK"), VerbExample("GET user:1", "\"Ada\""),
      VerbExample("GET user:2", "(nil)"),
    ],
    read: { (words) in Get(key: words[0]) })

  let key: [UInt8]
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    cache.read(key, &symbols, now: context.now).map { .value($0.value) } ?? .null
  }
}
