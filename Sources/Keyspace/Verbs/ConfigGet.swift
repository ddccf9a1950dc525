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
    read: { (words) in ConfigGet(patterns: words) })

  let patterns: [[UInt8]]
  var keys: [[UInt8]] { [] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    var found: [Reply] = []
    for setting in Setting.allCases {
      guard let name = patterns.lazy.compactMap({ answeredName(of: setting, to: $0) }).first else {
        continue
      }
      found += [.bulk(name), .bulk(setting.value(in: cache))]
    }
    return .array(found)
  }

  /// The name to answer with if the setting is asked for: a name in full comes back as typed.
  private func answeredName(of setting: Setting, to pattern: [UInt8]) -> [UInt8]? {
    let name = Array(setting.rawValue.utf8)
    let isGlob = pattern.contains { "[*?".utf8.contains($0) }
    guard Glob(Config.lower(pattern)).matches(name) else { return nil }
    return isGlob ? name : pattern
  }
}
