import CacheEngine

struct MSetNx: VerbAction {
  static let verb = Verb(
    name: "msetnx", arity: -3, parameters: [.repeated([.key, .value])],
    flags: [.write, .indivisible],
    summary: "Stores several values if none of the keys is there yet",
    cost: "O(keys), one round trip for all of them", concept: "atomic-steps",
    examples: [
      VerbExample("MSETNX a 1 b 2", "(integer) 1"), VerbExample("MSETNX b 3 c 4", "(integer) 0"),
      VerbExample("EXISTS c", "(integer) 0"),
    ],
    read: { (words) throws(VerbError) in MSetNx(pairs: try StringPairs(words, verb: "msetnx")) })

  let pairs: StringPairs
  var keys: [[UInt8]] { pairs.keys }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    for key in keys {
      guard let entry = cache.peek(key, symbols, now: context.now) else { continue }
      cache.touch(entry.key, now: context.now)
      return .flag(false)
    }
    try pairs.store(in: &cache, &symbols, now: context.now)
    return .flag(true)
  }
}
