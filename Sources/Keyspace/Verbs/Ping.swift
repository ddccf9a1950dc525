import CacheEngine

struct Ping: VerbAction {
  static let verb = Verb(
    name: "ping", arity: -1, parameters: [.optional(.argument("message", .text))],
    flags: [.readonly, .keyless],
    summary: "Answers PONG, or the message: a round trip and nothing else",
    cost: "O(1), one round trip", concept: "round-trips",
    examples: [VerbExample("PING", "PONG"), VerbExample("PING hello", "\"hello\"")],
    read: { (words) throws(VerbError) in
      guard words.count <= 1 else { throw .wrongNumberOfArguments(verb: "ping") }
      return Ping(message: words.first)
    })

  let message: [UInt8]?
  var keys: [[UInt8]] { [] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    message.map { .bulk($0) } ?? .simple("PONG")
  }
}
