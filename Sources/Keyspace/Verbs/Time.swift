import CacheEngine

/// `TIME`: what the clock of the world says.
struct Time: VerbAction {
  static let verb = Verb(
    name: "time", arity: 1, parameters: [], flags: [.readonly, .keyless],
    summary: "Returns the time as seconds since the epoch and the microseconds beyond them",
    cost: "O(1), one round trip", concept: "ttl",
    examples: [VerbExample("TIME", "1) \"0\"\n2) \"0\"")],
    read: { (_) in Time() })

  var keys: [[UInt8]] { [] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    let milliseconds = context.epochMilliseconds + context.now.microseconds / 1_000
    let beyond = milliseconds % 1_000 * 1_000 + context.now.microseconds % 1_000
    return .array([.bulk("\(milliseconds / 1_000)"), .bulk("\(beyond)")])
  }
}
