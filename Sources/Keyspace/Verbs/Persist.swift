import CacheEngine

struct Persist: VerbAction {
  static let verb = Verb(
    name: "persist", arity: 2, parameters: [.key], flags: .write,
    summary: "Takes the lifetime off a key",
    cost: "O(1), one round trip", concept: "ttl",
    examples: [
      VerbExample("SET a 1 EX 60", "OK"), VerbExample("PERSIST a", "(integer) 1"),
      VerbExample("PERSIST a", "(integer) 0"),
    ],
    read: { (words) in Persist(key: words[0]) })

  let key: [UInt8]
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    guard let entry = cache.peek(key, symbols, now: context.now) else { return .flag(false) }
    cache.touch(entry.key, now: context.now)
    guard entry.expiresAt != .never else { return .flag(false) }
    return .flag(cache.setExpiry(entry.key, expiresAt: .never, now: context.now))
  }
}
