import CacheEngine

/// `INCRBYFLOAT`: a counter with decimals.
struct IncrByFloat: VerbAction {
  static let verb = Verb(
    name: "incrbyfloat", arity: 3, parameters: [.key, .argument("increment", .number)],
    flags: .write, summary: "Adds a number with decimals to a counter",
    cost: "O(1), one round trip", concept: "atomic-steps",
    examples: [
      VerbExample("SET price 10.50", "OK"), VerbExample("INCRBYFLOAT price 0.1", "\"10.6\""),
      VerbExample("INCRBYFLOAT price -5.6", "\"5\""),
      VerbExample("INCRBYFLOAT price 2.0e2", "\"205\""),
    ],
    read: { (words) throws(VerbError) in
      guard let amount = LongDouble(words[1]) else { throw .notAFloat }
      return IncrByFloat(key: words[0], amount: amount)
    })

  let key: [UInt8]
  let amount: LongDouble
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    let old = cache.peek(key, symbols, now: context.now)
    var sum = amount
    if let old {
      guard let stored = symbols.withBytes(of: old.value, { LongDouble($0) }) else {
        throw .notAFloat
      }
      sum = stored + amount
    }
    if sum.isInfinite { throw .notFinite }
    let text = Array(sum.text.utf8)
    let expiresAt = old?.expiresAt ?? .never
    try cache.store(key, text, expiresAt: expiresAt, &symbols, now: context.now)
    return .bulk(text)
  }
}
