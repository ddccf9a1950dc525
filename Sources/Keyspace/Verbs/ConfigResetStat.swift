import CacheEngine

struct ConfigResetStat: VerbAction {
  static let verb = Verb(
    name: "config|resetstat", arity: 2, parameters: [], flags: [.write, .keyless],
    summary: "Sets the statistics of INFO back to zero",
    cost: "O(1), one round trip", concept: "hit-and-miss",
    examples: [VerbExample("CONFIG RESETSTAT", "OK")],
    read: { (_) in ConfigResetStat() })

  var keys: [[UInt8]] { [] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    cache.statistics = CacheStatistics()
    return .ok
  }
}
