import CacheEngine

/// `RANDOMKEY`: any key, by the draw that the context brings.
struct RandomKey: VerbAction {
  static let verb = Verb(
    name: "randomkey", arity: 1, parameters: [], flags: [.readonly, .keyless],
    summary: "Returns any key, or nothing from an empty cache",
    cost: "O(keys) here, O(1) in Redis; one round trip", concept: "key-space",
    examples: [
      VerbExample("RANDOMKEY", "(nil)"), VerbExample("SET a 1", "OK"),
      VerbExample("RANDOMKEY", "\"a\""),
    ],
    read: { (_) in RandomKey() })

  var keys: [[UInt8]] { [] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    let living = cache.keys().filter { cache.peek($0, now: context.now) != nil }
    guard !living.isEmpty else { return .null }
    var random = SeededRandom(seed: context.draw)
    return .value(living[random.below(living.count)])
  }
}
