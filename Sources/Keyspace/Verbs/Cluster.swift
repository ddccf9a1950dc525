import CacheEngine

/// `CLUSTER`: where Redis Cluster would put a key.
struct Cluster: VerbAction {
  static let verb = Verb(
    name: "cluster", summary: "Tells where Redis Cluster would put a key", concept: "slots",
    subcommands: [keySlot, help])

  private static let keySlot = Verb(
    name: "cluster|keyslot", arity: 3, parameters: [.key], flags: .readonly,
    summary: "Returns the hash slot of a key, 0 to 16383; a {tag} alone is hashed",
    cost: "O(bytes of the key), one round trip", concept: "slots",
    examples: [
      VerbExample("CLUSTER KEYSLOT user:1", "(integer) 10778"),
      VerbExample("CLUSTER KEYSLOT {user:1}:cart", "(integer) 10778"),
    ],
    read: { (words) in Cluster(key: words[0]) })

  private static let help = HelpLines.verb(
    of: "cluster", concept: "slots",
    [
      "KEYSLOT <key>",
      "    Return the hash slot for <key>.",
    ])

  let key: [UInt8]
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    .integer(Int64(key.withUnsafeBytes { HashSlot.of($0) }))
  }
}
