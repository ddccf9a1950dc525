import CacheEngine

struct ConfigSet: VerbAction {
  static let verb = Verb(
    name: "config|set", arity: -4,
    parameters: [
      .repeated([.argument("parameter", .setting), .value])
    ],
    flags: [.write, .keyless],
    summary: "Changes settings, all of them or none",
    cost: "O(settings), one round trip; a smaller maxmemory evicts at once", concept: "eviction",
    examples: [
      VerbExample("CONFIG SET maxmemory-policy allkeys-lfu", "OK"),
      VerbExample(
        "CONFIG GET maxmemory-policy", "1) \"maxmemory-policy\"\n2) \"allkeys-lfu\""),
    ],
    read: { (words) throws(VerbError) in try ConfigSet(words) })

  let changes: [Setting.Change]
  var keys: [[UInt8]] { [] }

  init(_ words: [[UInt8]]) throws(VerbError) {
    guard words.count.isMultiple(of: 2) else { throw .syntax }
    var named: [Setting] = []
    var changes: [Setting.Change] = []
    for index in stride(from: 0, to: words.count, by: 2) {
      let name = String(decoding: words[index], as: UTF8.self)
      guard let setting = Setting(rawValue: name.lowercased()) else { throw .unknownSetting(name) }
      guard !named.contains(setting) else { throw .setting(setting.rawValue, .duplicate) }
      named.append(setting)
    }
    for (index, setting) in named.enumerated() {
      let value = String(decoding: words[index * 2 + 1], as: UTF8.self)
      changes.append(try setting.change(to: value))
    }
    self.changes = changes
  }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    for change in changes {
      if case .capacity(_, hasUnit: true) = change, cache.budget == .entries {
        throw .setting(Setting.maxMemory.rawValue, .countsEntries)
      }
    }
    // The policy first: whoever sets both wants the new one to choose who leaves.
    for case .policy(let name) in changes { cache.setPolicy(name, now: context.now) }
    for case .samples(let samples) in changes { cache.setSamples(samples) }
    for case .capacity(let capacity, _) in changes {
      cache.resize(capacity: capacity, now: context.now)
    }
    return .ok
  }
}
