import CacheEngine

struct Touch: VerbAction {
  static let verb = Verb(
    name: "touch", arity: -2, parameters: [.keys], flags: .readonly,
    summary: "Renews keys as a read would and returns how many are there",
    cost: "O(keys), one round trip for all of them", concept: "eviction",
    examples: [VerbExample("MSET a 1 b 2", "OK"), VerbExample("TOUCH a c", "(integer) 1")],
    read: { (words) in Touch(keys: words) })

  let keys: [[UInt8]]

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    var present: Int64 = 0
    for key in keys {
      guard let symbol = symbols.find(key) else { continue }
      if cache.touch(symbol, now: context.now) { present += 1 }
    }
    return .integer(present)
  }
}
