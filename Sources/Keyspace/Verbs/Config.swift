import CacheEngine

/// `CONFIG`: the settings of a cache, as far as it has any.
enum Config {
  static let verb = Verb(
    name: "config", summary: "Shows and changes the settings of a cache", concept: "eviction",
    subcommands: [ConfigGet.verb, ConfigSet.verb, ConfigResetStat.verb, help])

  private static let help = HelpLines.verb(
    of: "config", concept: "eviction",
    [
      "GET <pattern>",
      "    Return parameters matching the glob-like <pattern> and their values.",
      "SET <directive> <value>",
      "    Set the configuration <directive> to <value>.",
      "RESETSTAT",
      "    Reset statistics reported by the INFO command.",
    ])
}

extension Config {
  /// The bytes with capital ASCII letters made small.
  static func lower(_ word: [UInt8]) -> [UInt8] {
    word.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
  }
}
