import CacheEngine

struct ConfigGet: VerbAction {
  static let verb = Verb(
    name: "config|get", arity: -3,
    parameters: [.repeated([.argument("parameter", .setting)])], flags: [.readonly, .keyless],
    summary: "Returns the settings whose names fit, each followed by its value",
    cost: "O(settings), one round trip", concept: "eviction",
    examples: [
      VerbExample(
        "CONFIG GET maxmemory-policy", "1) \"maxmemory-policy\"\n2) \"allkeys-lru\"")
    ],
    read: { (words) in ConfigGet(patterns: words.map { Glob(Config.lower($0)) }) })

  let patterns: [Glob]
  var keys: [[UInt8]] { [] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    var found: [Reply] = []
    for setting in Setting.allCases {
      let name = Array(setting.rawValue.utf8)
      guard patterns.contains(where: { $0.matches(name) }) else { continue }
      found += [.bulk(name), .bulk(setting.value(in: cache))]
    }
    return .array(found)
  }
}
