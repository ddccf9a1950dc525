import CacheEngine

struct StrLen: VerbAction {
  static let verb = Verb(
    name: "strlen", arity: 2, parameters: [.key], flags: .readonly,
    summary: "Returns the length of a value in bytes",
    cost: "O(1), one round trip", concept: "hit-and-miss",
    examples: [
      VerbExample("SET user:1 Ada", "OK"), VerbExample("STRLEN user:1", "(integer) 3"),
      VerbExample("STRLEN user:2", "(integer) 0"),
    ],
    read: { (words) in StrLen(key: words[0]) })

  let key: [UInt8]
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    guard let entry = cache.read(key, &symbols, now: context.now) else { return .integer(0) }
    return .integer(Int64(symbols.length(of: entry.value)))
  }
}
