import CacheEngine

/// `CONFIG`: the settings of a cache, as far as it has any.
enum Config {
  static let verb = Verb(
    name: "config", summary: "Shows and changes the settings of a cache", concept: "eviction",
    subcommands: [ConfigGet.verb, ConfigSet.verb, ConfigResetStat.verb, help])

  private static let help = Verb(
    name: "config|help", arity: 2, parameters: [], flags: [.readonly, .keyless],
    summary: "Lists the subcommands", cost: "O(1), one round trip", concept: "eviction",
    examples: [],
    read: { (_) in
      HelpLines([
        "CONFIG <subcommand> [<arg> [value] [opt] ...]. Subcommands are:",
        "GET <pattern>",
        "    Return parameters matching the glob-like <pattern> and their values.",
        "SET <directive> <value>",
        "    Set the configuration <directive> to <value>.",
        "RESETSTAT",
        "    Reset statistics reported by the INFO command.",
        "HELP",
        "    Prints this help.",
      ])
    })
}

extension Config {
  /// The bytes with capital ASCII letters made small.
  static func lower(_ word: [UInt8]) -> [UInt8] {
    word.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
  }
}
