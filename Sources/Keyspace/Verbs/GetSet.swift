import CacheEngine

struct GetSet: VerbAction {
  static let verb = Verb(
    name: "getset", arity: 3, parameters: [.key, .value], flags: .write,
    summary: "Stores a value and returns the one before (today: SET with GET)",
    cost: "O(1), one round trip", concept: "atomic-steps",
    examples: [
      VerbExample("GETSET turn Ada", "(nil)"), VerbExample("GETSET turn Bob", "\"Ada\""),
    ],
    read: { (words) in GetSet(key: words[0], value: words[1]) })

  let key: [UInt8]
  let value: [UInt8]
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    try cache.checkRoom(key: key, valueLength: value.count, symbols)
    let old = cache.read(key, &symbols, now: context.now)
    try cache.store(key, value, &symbols, now: context.now)
    return old.map { .value($0.value) } ?? .null
  }
}
