import CacheEngine

/// What `HELP` after a verb with subcommands answers: one line, one status.
struct HelpLines: VerbAction {
  let lines: [String]
  var keys: [[UInt8]] { [] }

  /// The row of `VERB HELP`; the lines name each subcommand and say what it does.
  static func verb(of name: String, concept: String, _ lines: [String]) -> Verb {
    let whole =
      ["\(name.uppercased()) <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"] + lines
      + ["HELP", "    Prints this help."]
    return Verb(
      name: "\(name)|help", arity: 2, parameters: [], flags: [.readonly, .keyless],
      summary: "Lists the subcommands", cost: "O(1), one round trip", concept: concept,
      examples: [], read: { (_) in HelpLines(lines: whole) })
  }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    .array(lines.map { .simple($0) })
  }
}
