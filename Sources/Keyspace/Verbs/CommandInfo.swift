import CacheEngine

/// `COMMAND`: the verbs about themselves.
///
/// `INFO` answers the six fields that every version of Redis has: name, arity, flags, first key,
/// last key, step. `DOCS` answers summary, complexity and the subcommands.
struct CommandInfo: VerbAction {
  static let verb = Verb(
    name: "command", summary: "Tells which verbs there are and how they are written",
    concept: "key-space", subcommands: [count, info, docs, help])

  private static let count = row(
    "command|count", arity: 2, parameters: [], .count, summary: "Returns how many verbs there are",
    examples: [VerbExample("COMMAND COUNT", "(integer) 52")])

  private static let info = row(
    "command|info", arity: -2, parameters: [names], .info,
    summary: "Returns name, arity, flags and the places of the keys",
    examples: [
      VerbExample(
        "COMMAND INFO get",
        """
        1) 1) "get"
           2) (integer) 2
           3) 1) readonly
           4) (integer) 1
           5) (integer) 1
           6) (integer) 1
        """),
      VerbExample("COMMAND INFO nope", "1) (nil)"),
    ])

  private static let docs = row(
    "command|docs", arity: -2, parameters: [names], .docs,
    summary: "Returns what verbs do and what they cost",
    examples: [
      VerbExample(
        "COMMAND DOCS strlen",
        """
        1) "strlen"
        2) 1) "summary"
           2) "Returns the length of a value in bytes"
           3) "complexity"
           4) "O(1), one round trip"
        """)
    ])

  private static let help = HelpLines.verb(
    of: "command", concept: "key-space",
    [
      "COUNT",
      "    Return the total number of commands in this cache.",
      "INFO [<command-name> ...]",
      "    Return details about multiple commands; of all if none is named.",
      "DOCS [<command-name> ...]",
      "    Return what multiple commands do and cost; of all if none is named.",
    ])

  private static let names = VerbParameter.optional(
    .repeated([.argument("command-name", .text)]))

  private static func row(
    _ name: String, arity: Int, parameters: [VerbParameter], _ question: Question, summary: String,
    examples: [VerbExample]
  ) -> Verb {
    Verb(
      name: name, arity: arity, parameters: parameters, flags: [.readonly, .keyless],
      summary: summary, cost: "O(verbs asked for), one round trip", concept: "key-space",
      examples: examples, read: { (words) in CommandInfo(question: question, names: words) })
  }

  enum Question {
    case count, info, docs
  }

  let question: Question
  let names: [[UInt8]]
  var keys: [[UInt8]] { [] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    switch question {
    case .count: .integer(Int64(VerbCatalog.all.count))
    case .info: .array(asked().map { $0.map(CommandInfo.fields) ?? .null })
    case .docs:
      .array(asked().compactMap { $0 }.flatMap { [.bulk($0.name), CommandInfo.document($0)] })
    }
  }

  /// The verbs that were named, or all.
  private func asked() -> [Verb?] {
    guard !names.isEmpty else { return VerbCatalog.all }
    return names.map { VerbCatalog.find(fullName: String(decoding: $0, as: UTF8.self)) }
  }

  private static func fields(of verb: Verb) -> Reply {
    let places = verb.keyPlaces
    return .array([
      .bulk(verb.name), .integer(Int64(verb.arity)),
      .array([.simple(verb.flags.contains(.write) ? "write" : "readonly")]),
      .integer(Int64(places.first)), .integer(Int64(places.last)), .integer(Int64(places.step)),
    ])
  }

  private static func document(_ verb: Verb) -> Reply {
    var fields: [Reply] = [
      .bulk("summary"), .bulk(verb.summary), .bulk("complexity"), .bulk(verb.cost),
    ]
    if !verb.subcommands.isEmpty {
      let parts = verb.subcommands.flatMap { [Reply.bulk($0.name), document($0)] }
      fields += [.bulk("subcommands"), .array(parts)]
    }
    return .array(fields)
  }
}

extension Verb {
  /// Where the keys stand among the words, the name being word 0; a last one of -1 is the end.
  ///
  /// All zero for a verb without keys of its own.
  var keyPlaces: (first: Int, last: Int, step: Int) {
    let first = name.contains("|") ? 2 : 1
    switch parameters.first {
    case .repeated(let round)? where round.first?.isKey == true: return (first, -1, round.count)
    case let parameter? where parameter.isKey:
      let count = parameters.prefix(while: \.isKey).count
      return (first, first + count - 1, 1)
    default: return (0, 0, 0)
    }
  }
}

extension VerbParameter {
  var isKey: Bool {
    if case .argument(_, .key) = self { return true }
    return false
  }
}
