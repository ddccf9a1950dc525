import CacheEngine

/// A read that sets the lifetime anew: the sliding TTL.
struct GetEx: VerbAction {
  static let verb = Verb(
    name: "getex", arity: -2,
    parameters: [
      .key,
      .oneOf(
        .option("EX", .seconds), .option("PX", .milliseconds), .option("EXAT", .unixSeconds),
        .option("PXAT", .unixMilliseconds), .word("PERSIST")),
    ],
    flags: .write,
    summary: "Returns the value of a key and sets its lifetime anew",
    cost: "O(1), one round trip", concept: "ttl",
    examples: [
      VerbExample("SET basket:7 apples EX 60", "OK"),
      VerbExample("GETEX basket:7 EX 120", "\"apples\""),
      VerbExample("TTL basket:7", "(integer) 120"),
      VerbExample("GETEX basket:7 PERSIST", "\"apples\""),
      VerbExample("TTL basket:7", "(integer) -1"),
    ],
    read: { (words) throws(VerbError) in try GetEx(words) })

  let key: [UInt8]
  let options: StringOptions
  var keys: [[UInt8]] { [key] }

  init(_ words: [[UInt8]]) throws(VerbError) {
    var reader = ArgumentReader(words)
    key = reader.next()
    options = try StringOptions(&reader, of: .getEx)
  }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    let isPresent = cache.peek(key, symbols, now: context.now) != nil
    let expiresAt = isPresent ? try options.expiresAt(context) : nil
    guard let entry = cache.read(key, &symbols, now: context.now) else { return .null }
    if let expiresAt {
      cache.expire(entry.key, at: expiresAt, now: context.now)
    } else if options.endsLifetime {
      cache.setExpiry(entry.key, expiresAt: .never, now: context.now)
    }
    return .value(entry.value)
  }
}
