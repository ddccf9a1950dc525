import CacheEngine

/// `SETRANGE`: overwrites a part of a value.
struct SetRange: VerbAction {
  static let verb = Verb(
    name: "setrange", arity: 4,
    parameters: [.key, .argument("offset", .integer), .value], flags: .write,
    summary: "Overwrites a value from an offset on and returns its length in bytes",
    cost: "O(bytes written), one round trip", concept: "atomic-steps",
    examples: [
      VerbExample("SET page \"Hello World\"", "OK"),
      VerbExample("SETRANGE page 6 Redis", "(integer) 11"),
      VerbExample("GET page", "\"Hello Redis\""),
    ],
    read: { (words) throws(VerbError) in
      var reader = ArgumentReader(words)
      let key = reader.next()
      let offset = try reader.integer()
      guard offset >= 0 else { throw .offsetOutOfRange }
      return SetRange(key: key, offset: offset, value: reader.next())
    })

  let key: [UInt8]
  /// In bytes, at least 0; a shorter value is filled up with zero bytes.
  let offset: Int64
  let value: [UInt8]
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    let old = cache.peek(key, symbols, now: context.now)
    var whole = old.map { symbols.bytes(of: $0.value) } ?? []
    if value.isEmpty {
      if let old { cache.touch(old.key, now: context.now) }
      return .integer(Int64(whole.count))
    }
    guard offset <= Int64(Limits.valueBytes - value.count) else { throw .valueTooLong }
    let end = Int(offset) + value.count
    if whole.count < end { whole += Array(repeating: 0, count: end - whole.count) }
    whole.replaceSubrange(Int(offset)..<end, with: value)
    let expiresAt = old?.expiresAt ?? .never
    try cache.store(key, whole, expiresAt: expiresAt, &symbols, now: context.now)
    return .integer(Int64(whole.count))
  }
}
