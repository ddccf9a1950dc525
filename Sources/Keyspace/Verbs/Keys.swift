import CacheEngine

struct Keys: VerbAction {
  static let verb = Verb(
    name: "keys", arity: 2, parameters: [.pattern], flags: [.readonly, .keyless],
    summary: "Returns every key that fits a pattern, in order of insertion",
    cost: "O(all keys): a real server answers nobody else meanwhile; prefer SCAN",
    concept: "key-space",
    examples: [
      VerbExample("MSET user:1 Ada user:2 Bob page:1 hello", "OK"),
      VerbExample("KEYS user:*", "1) \"user:1\"\n2) \"user:2\""),
      VerbExample("KEYS x*", "(empty array)"),
    ],
    read: { (words) in Keys(pattern: Glob(words[0])) })

  let pattern: Glob
  var keys: [[UInt8]] { [] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    var found: [Reply] = []
    for key in cache.keys() where cache.peek(key, now: context.now) != nil {
      if symbols.withBytes(of: key, { pattern.matches($0) }) { found.append(.value(key)) }
    }
    return .array(found)
  }
}
