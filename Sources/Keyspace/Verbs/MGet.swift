import CacheEngine

struct MGet: VerbAction {
  static let verb = Verb(
    name: "mget", arity: -2, parameters: [.keys], flags: .readonly,
    summary: "Returns the values of several keys",
    cost: "O(keys), one round trip for all of them", concept: "round-trips",
    examples: [
      VerbExample("MSET a 1 b 2", "OK"),
      VerbExample("MGET a b c", "1) \"1\"\n2) \"2\"\n3) (nil)"),
    ],
    read: { (words) in MGet(keys: words) })

  let keys: [[UInt8]]

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    var values: [Reply] = []
    values.reserveCapacity(keys.count)
    for key in keys {
      let entry = cache.read(key, &symbols, now: context.now)
      values.append(entry.map { .value($0.value) } ?? .null)
    }
    return .array(values)
  }
}
