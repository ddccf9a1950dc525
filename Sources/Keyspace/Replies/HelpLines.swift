import CacheEngine

/// What `HELP` after a verb with subcommands answers: one line, one status.
struct HelpLines: VerbAction {
  let lines: [String]
  var keys: [[UInt8]] { [] }

  init(_ lines: [String]) {
    self.lines = lines
  }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    .array(lines.map { .simple($0) })
  }
}
