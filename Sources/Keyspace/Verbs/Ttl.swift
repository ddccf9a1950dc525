import CacheEngine

/// `TTL`, `PTTL`, `EXPIRETIME` and `PEXPIRETIME`: when a key will be gone.
struct Ttl: VerbAction {
  static let ttl = verb(
    "ttl", .seconds, isAbsolute: false,
    summary: "Returns the seconds that a key has left; -1 without end, -2 without key",
    examples: [
      VerbExample("SET a 1 EX 60", "OK"), VerbExample("TTL a", "(integer) 60"),
      VerbExample("PERSIST a", "(integer) 1"), VerbExample("TTL a", "(integer) -1"),
      VerbExample("TTL b", "(integer) -2"),
    ])

  static let pttl = verb(
    "pttl", .milliseconds, isAbsolute: false,
    summary: "Returns the milliseconds that a key has left; -1 without end, -2 without key",
    examples: [
      VerbExample("SET a 1 PX 1500", "OK"), VerbExample("PTTL a", "(integer) 1500"),
    ])

  static let expireTime = verb(
    "expiretime", .seconds, isAbsolute: true,
    summary: "Returns the second since the epoch at which a key expires",
    examples: [
      VerbExample("SET a 1 EXAT 4102444800", "OK"),
      VerbExample("EXPIRETIME a", "(integer) 4102444800"),
    ])

  static let pexpireTime = verb(
    "pexpiretime", .milliseconds, isAbsolute: true,
    summary: "Returns the millisecond since the epoch at which a key expires",
    examples: [
      VerbExample("SET a 1 PXAT 4102444800000", "OK"),
      VerbExample("PEXPIRETIME a", "(integer) 4102444800000"),
    ])

  private static func verb(
    _ name: String, _ unit: Deadline.Unit, isAbsolute: Bool, summary: String,
    examples: [VerbExample]
  ) -> Verb {
    Verb(
      name: name, arity: 2, parameters: [.key], flags: .readonly, summary: summary,
      cost: "O(1), one round trip", concept: "ttl", examples: examples,
      read: { (words) in Ttl(key: words[0], unit: unit, isAbsolute: isAbsolute) })
  }

  let key: [UInt8]
  let unit: Deadline.Unit
  let isAbsolute: Bool
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    guard let entry = cache.peek(key, symbols, now: context.now) else { return .integer(-2) }
    guard entry.expiresAt != .never else { return .integer(-1) }
    let origin = isAbsolute ? Tick.zero : context.now
    let ticks = entry.expiresAt.ticks(since: origin)
    // Rounded up, so that a key which is still there never has nothing left.
    var milliseconds = ticks / 1000 + (ticks % 1000 > 0 ? 1 : 0)
    if isAbsolute { milliseconds += context.epochMilliseconds }
    return .integer(unit == .milliseconds ? milliseconds : (milliseconds + 500) / 1000)
  }
}
