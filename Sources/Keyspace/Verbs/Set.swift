import CacheEngine

/// `SET` with its options; the name keeps clear of the standard library's `Set`.
struct SetRequest: VerbAction {
  static let verb = Verb(
    name: "set", arity: -3,
    parameters: [
      .key, .value, .oneOf(.word("NX"), .word("XX")), .optional(.word("GET")),
      .oneOf(
        .option("EX", .seconds), .option("PX", .milliseconds), .option("EXAT", .unixSeconds),
        .option("PXAT", .unixMilliseconds), .word("KEEPTTL")),
    ],
    flags: .write,
    summary: "Stores a value, whatever was there, with a lifetime if one is given",
    cost: "O(1), one round trip", concept: "ttl",
    examples: [
      VerbExample("SET user:1 Ada EX 60", "OK"), VerbExample("TTL user:1", "(integer) 60"),
      VerbExample("SET user:1 Bob NX", "(nil)"),
      VerbExample("SET user:1 Bob GET KEEPTTL", "\"Ada\""),
      VerbExample("TTL user:1", "(integer) 60"),
    ],
    read: { (words) throws(VerbError) in try SetRequest(words) })

  let key: [UInt8]
  let value: [UInt8]
  let options: StringOptions
  var keys: [[UInt8]] { [key] }

  init(_ words: [[UInt8]]) throws(VerbError) {
    var reader = ArgumentReader(words)
    key = reader.next()
    value = reader.next()
    options = try StringOptions(&reader, of: .set)
    if let deadline = options.deadline { _ = try deadline.get() }
  }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    let expiresAt = try options.expiresAt(context)
    let old = cache.peek(key, symbols, now: context.now)
    let isWanted = options.condition?.holds(exists: old != nil) ?? true
    if isWanted { try cache.checkRoom(key: key, valueLength: value.count, symbols) }
    if options.wantsOldValue {
      _ = cache.read(key, &symbols, now: context.now)
    } else if let old, !isWanted {
      // A refused write renews the key all the same: it was looked up.
      cache.touch(old.key, now: context.now)
    }
    if isWanted {
      let kept = options.keepsLifetime ? old?.expiresAt : nil
      try cache.store(
        key, value, expiresAt: expiresAt ?? kept ?? .never, &symbols, now: context.now)
    }
    guard options.wantsOldValue else { return isWanted ? .ok : .null }
    return old.map { .value($0.value) } ?? .null
  }
}
