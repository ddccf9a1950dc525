import CacheEngine

struct SetNx: VerbAction {
  static let verb = Verb(
    name: "setnx", arity: 3, parameters: [.key, .value], flags: .write,
    summary: "Stores a value only if the key is absent",
    cost: "O(1), one round trip", concept: "lock",
    examples: [
      VerbExample("SETNX lock:page token-a", "(integer) 1"),
      VerbExample("SETNX lock:page token-b", "(integer) 0"),
    ],
    read: { (words) in SetNx(key: words[0], value: words[1]) })

  let key: [UInt8]
  let value: [UInt8]
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    if let entry = cache.peek(key, symbols, now: context.now) {
      cache.touch(entry.key, now: context.now)
      return .flag(false)
    }
    try cache.store(key, value, &symbols, now: context.now)
    return .flag(true)
  }
}
