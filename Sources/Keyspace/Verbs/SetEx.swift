import CacheEngine

/// `SETEX` and `PSETEX`: a value and its lifetime in one step.
struct SetEx: VerbAction {
  static let verb = Verb(
    name: "setex", arity: 4, parameters: [.key, .seconds, .value], flags: .write,
    summary: "Stores a value with a lifetime in seconds",
    cost: "O(1), one round trip", concept: "ttl",
    examples: [
      VerbExample("SETEX page:1 60 hello", "OK"), VerbExample("TTL page:1", "(integer) 60"),
    ],
    read: { (words) throws(VerbError) in try SetEx(words, .seconds, verb: "setex") })

  static let milliseconds = Verb(
    name: "psetex", arity: 4, parameters: [.key, .milliseconds, .value], flags: .write,
    summary: "Stores a value with a lifetime in milliseconds",
    cost: "O(1), one round trip", concept: "ttl",
    examples: [
      VerbExample("PSETEX page:1 1500 hello", "OK"), VerbExample("PTTL page:1", "(integer) 1500"),
    ],
    read: { (words) throws(VerbError) in try SetEx(words, .milliseconds, verb: "psetex") })

  let key: [UInt8]
  let value: [UInt8]
  let deadline: Deadline
  var keys: [[UInt8]] { [key] }

  init(_ words: [[UInt8]], _ unit: Deadline.Unit, verb: String) throws(VerbError) {
    key = words[0]
    deadline = try Deadline.positive(words[1], unit, verb: verb)
    value = words[2]
  }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    let expiresAt = try deadline.tick(context)
    try cache.store(key, value, expiresAt: expiresAt, &symbols, now: context.now)
    return .ok
  }
}
