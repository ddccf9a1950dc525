import CacheEngine

struct MSet: VerbAction {
  static let verb = Verb(
    name: "mset", arity: -3, parameters: [.repeated([.key, .value])], flags: .write,
    summary: "Stores several values, all of them or none",
    cost: "O(keys), one round trip for all of them", concept: "round-trips",
    examples: [
      VerbExample("MSET a 1 b 2", "OK"), VerbExample("GET b", "\"2\""),
    ],
    read: { (words) throws(VerbError) in MSet(pairs: try StringPairs(words, verb: "mset")) })

  let pairs: StringPairs
  var keys: [[UInt8]] { pairs.keys }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    try pairs.store(in: &cache, &symbols, now: context.now)
    return .ok
  }
}
