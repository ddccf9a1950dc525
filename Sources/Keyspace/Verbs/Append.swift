import CacheEngine

struct Append: VerbAction {
  static let verb = Verb(
    name: "append", arity: 3, parameters: [.key, .value], flags: .write,
    summary: "Adds to the end of a value and returns the new length in bytes",
    cost: "O(1) spread over many calls, one round trip", concept: "atomic-steps",
    examples: [
      VerbExample("APPEND log a", "(integer) 1"), VerbExample("APPEND log bc", "(integer) 3"),
      VerbExample("GET log", "\"abc\""),
    ],
    read: { (words) in Append(key: words[0], value: words[1]) })

  let key: [UInt8]
  let value: [UInt8]
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    let old = cache.peek(key, symbols, now: context.now)
    let whole = (old.map { symbols.bytes(of: $0.value) } ?? []) + value
    let expiresAt = old?.expiresAt ?? .never
    try cache.store(key, whole, expiresAt: expiresAt, &symbols, now: context.now)
    return .integer(Int64(whole.count))
  }
}
