import CacheEngine

/// `INCR`, `DECR`, `INCRBY` and `DECRBY`: one step that nobody can come between.
struct Increment: VerbAction {
  static let incr = verb(
    "incr", by: 1, summary: "Adds one to a counter",
    examples: [
      VerbExample("INCR visits", "(integer) 1"), VerbExample("INCR visits", "(integer) 2"),
      VerbExample("GET visits", "\"2\""),
    ])

  static let decr = verb(
    "decr", by: -1, summary: "Takes one off a counter",
    examples: [VerbExample("SET stock 10", "OK"), VerbExample("DECR stock", "(integer) 9")])

  static let incrBy = Verb(
    name: "incrby", arity: 3, parameters: [.key, .argument("increment", .integer)],
    flags: .write, summary: "Adds a number to a counter", cost: cost, concept: concept,
    examples: [
      VerbExample("INCRBY visits 5", "(integer) 5"), VerbExample("INCRBY visits -2", "(integer) 3"),
    ],
    read: { (words) throws(VerbError) in
      guard let amount = StrictInteger.parse(words[1]) else { throw .notAnInteger }
      return Increment(key: words[0], amount: amount)
    })

  static let decrBy = Verb(
    name: "decrby", arity: 3, parameters: [.key, .argument("decrement", .integer)],
    flags: .write, summary: "Takes a number off a counter", cost: cost, concept: concept,
    examples: [VerbExample("SET stock 10", "OK"), VerbExample("DECRBY stock 4", "(integer) 6")],
    read: { (words) throws(VerbError) in
      guard let amount = StrictInteger.parse(words[1]) else { throw .notAnInteger }
      guard amount != .min else { throw .decrementOverflow }
      return Increment(key: words[0], amount: -amount)
    })

  private static let cost = "O(1), one round trip"
  private static let concept = "atomic-steps"

  private static func verb(
    _ name: String, by amount: Int64, summary: String, examples: [VerbExample]
  ) -> Verb {
    Verb(
      name: name, arity: 2, parameters: [.key], flags: .write, summary: summary, cost: cost,
      concept: concept, examples: examples,
      read: { (words) in Increment(key: words[0], amount: amount) })
  }

  let key: [UInt8]
  let amount: Int64
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    let old = cache.peek(key, symbols, now: context.now)
    var number: Int64 = 0
    if let old {
      guard let stored = symbols.withBytes(of: old.value, { StrictInteger.parse($0) }) else {
        throw .notAnInteger
      }
      number = stored
    }
    let (sum, overflow) = number.addingReportingOverflow(amount)
    if overflow { throw .overflow }
    let text = Array(String(sum).utf8)
    let expiresAt = old?.expiresAt ?? .never
    try cache.store(key, text, expiresAt: expiresAt, &symbols, now: context.now)
    return .integer(sum)
  }
}
