import CacheEngine

struct Echo: VerbAction {
  static let verb = Verb(
    name: "echo", arity: 2, parameters: [.argument("message", .text)],
    flags: [.readonly, .keyless], summary: "Returns the message",
    cost: "O(1), one round trip", concept: "round-trips",
    examples: [VerbExample("ECHO hello", "\"hello\"")],
    read: { (words) in Echo(message: words[0]) })

  let message: [UInt8]
  var keys: [[UInt8]] { [] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    .bulk(message)
  }
}
