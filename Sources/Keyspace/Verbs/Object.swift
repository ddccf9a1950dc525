import CacheEngine

/// `OBJECT`: what a cache remembers about a key beside its value.
///
/// Looking leaves no trace.
struct Object: VerbAction {
  static let verb = Verb(
    name: "object", summary: "Shows what is remembered about a key", concept: "eviction",
    subcommands: [encoding, frequency, idleTime, help])

  static let encoding = row(
    "object|encoding", .encoding,
    summary: "Returns how Redis would store the value: int, embstr or raw",
    examples: [
      VerbExample("SET a 1", "OK"), VerbExample("OBJECT ENCODING a", "\"int\""),
    ])

  /// Redis counts logarithmically in eight bits and lets counts decay; this count is exact.
  static let frequency = row(
    "object|freq", .frequency,
    summary: "Returns how often an LFU policy has counted the key; exact, unlike in Redis",
    examples: [
      VerbExample("CONFIG SET maxmemory-policy allkeys-lfu", "OK"),
      VerbExample("SET a 1", "OK"), VerbExample("GET a", "\"1\""),
      VerbExample("OBJECT FREQ a", "(integer) 2"),
    ])

  static let idleTime = row(
    "object|idletime", .idleTime,
    summary: "Returns the whole seconds since the key was last asked for",
    examples: [
      VerbExample("SET a 1", "OK"), VerbExample("OBJECT IDLETIME a", "(integer) 0"),
    ])

  static let help = HelpLines.verb(
    of: "object", concept: "eviction",
    [
      "ENCODING <key>",
      "    Return the kind of internal representation used in order to store the value",
      "    associated with a <key>.",
      "FREQ <key>",
      "    Return the access frequency of the <key>: how often it was asked for or",
      "    overwritten under an LFU policy. The count is exact.",
      "IDLETIME <key>",
      "    Return the idle time of the <key>, that is the number of seconds elapsed",
      "    since the last access to the key.",
    ])

  private static func row(
    _ name: String, _ question: Question, summary: String, examples: [VerbExample]
  ) -> Verb {
    Verb(
      name: name, arity: 3, parameters: [.key], flags: .readonly, summary: summary,
      cost: "O(1), one round trip", concept: "eviction", examples: examples,
      read: { (words) in Object(question: question, key: words[0]) })
  }

  enum Question {
    case encoding, frequency, idleTime
  }

  let question: Question
  let key: [UInt8]
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    guard let entry = cache.peek(key, symbols, now: context.now) else { return .null }
    let countsReads = ["lfu", "sampled-lfu", "volatile-lfu"].contains(cache.policyName)
    switch question {
    case .encoding:
      return .bulk(symbols.withBytes(of: entry.value) { Object.encoding(of: $0) })
    case .frequency:
      guard countsReads else { throw .frequencyNotTracked }
      let count = cache.slot(of: entry.key).flatMap { cache.count(of: $0, now: context.now) }
      return .integer(Int64(count ?? 0))
    case .idleTime:
      if countsReads { throw .idleTimeNotTracked }
      return .integer(context.now.ticks(since: entry.lastAccessAt) / 1_000_000)
    }
  }

  private static func encoding(of value: UnsafeRawBufferPointer) -> String {
    if StrictInteger.parse(value) != nil { return "int" }
    return value.count <= 44 ? "embstr" : "raw"
  }
}
