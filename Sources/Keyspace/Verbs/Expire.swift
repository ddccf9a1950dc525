import CacheEngine

/// `EXPIRE`, `PEXPIRE`, `EXPIREAT` and `PEXPIREAT`: another end of life for a key.
struct Expire: VerbAction {
  static let expire = verb(
    "expire", .seconds, .seconds, isAbsolute: false,
    summary: "Gives a key a lifetime in seconds",
    examples: [
      VerbExample("SET a 1", "OK"), VerbExample("EXPIRE a 60", "(integer) 1"),
      VerbExample("TTL a", "(integer) 60"), VerbExample("EXPIRE a 30 GT", "(integer) 0"),
    ])

  static let pexpire = verb(
    "pexpire", .milliseconds, .milliseconds, isAbsolute: false,
    summary: "Gives a key a lifetime in milliseconds",
    examples: [
      VerbExample("SET a 1", "OK"), VerbExample("PEXPIRE a 1500", "(integer) 1"),
      VerbExample("PTTL a", "(integer) 1500"),
    ])

  static let expireAt = verb(
    "expireat", .unixSeconds, .seconds, isAbsolute: true,
    summary: "Lets a key expire at an instant, in seconds since the epoch",
    examples: [
      VerbExample("SET a 1", "OK"), VerbExample("EXPIREAT a 4102444800", "(integer) 1"),
      VerbExample("EXPIRETIME a", "(integer) 4102444800"),
    ])

  static let pexpireAt = verb(
    "pexpireat", .unixMilliseconds, .milliseconds, isAbsolute: true,
    summary: "Lets a key expire at an instant, in milliseconds since the epoch",
    examples: [
      VerbExample("SET a 1", "OK"), VerbExample("PEXPIREAT a 4102444800000", "(integer) 1"),
      VerbExample("PEXPIRETIME a", "(integer) 4102444800000"),
    ])

  private static func verb(
    _ name: String, _ parameter: VerbParameter, _ unit: Deadline.Unit, isAbsolute: Bool,
    summary: String, examples: [VerbExample]
  ) -> Verb {
    Verb(
      name: name, arity: -3,
      parameters: [
        .key, parameter, .oneOf(.word("NX"), .word("XX"), .word("GT"), .word("LT")),
      ],
      flags: .write, summary: summary, cost: "O(1), one round trip", concept: "ttl",
      examples: examples,
      read: { (words) throws(VerbError) in
        let options = try Options(words.dropFirst(2))
        let deadline = try Deadline(words[1], unit, isAbsolute: isAbsolute, verb: name)
        return Expire(key: words[0], deadline: deadline, options: options)
      })
  }

  /// When the new end of life is to be taken.
  struct Options: OptionSet {
    let rawValue: UInt8
    /// Only if the key has none yet.
    static let ifNone = Options(rawValue: 1)
    /// Only if it has one.
    static let ifSome = Options(rawValue: 2)
    /// Only if the new one is later; having none is latest of all.
    static let ifLater = Options(rawValue: 4)
    /// Only if the new one is earlier.
    static let ifEarlier = Options(rawValue: 8)
  }

  let key: [UInt8]
  let deadline: Deadline
  let options: Options
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    let tick = try deadline.tick(context)
    guard let entry = cache.peek(key, symbols, now: context.now) else { return .flag(false) }
    cache.touch(entry.key, now: context.now)
    guard options.allow(tick, over: entry.expiresAt) else { return .flag(false) }
    cache.expire(entry.key, at: tick, now: context.now)
    return .flag(true)
  }
}

extension Expire.Options {
  init(_ words: ArraySlice<[UInt8]>) throws(VerbError) {
    self = []
    for word in words {
      if ArgumentReader.isWord(word, "NX") {
        insert(.ifNone)
      } else if ArgumentReader.isWord(word, "XX") {
        insert(.ifSome)
      } else if ArgumentReader.isWord(word, "GT") {
        insert(.ifLater)
      } else if ArgumentReader.isWord(word, "LT") {
        insert(.ifEarlier)
      } else {
        throw .unsupportedOption(String(decoding: word, as: UTF8.self))
      }
    }
    if contains(.ifNone), self != .ifNone { throw .incompatibleExpireOptions }
    if isSuperset(of: [.ifLater, .ifEarlier]) { throw .greaterAndLess }
  }

  func allow(_ new: Tick, over old: Tick) -> Bool {
    if contains(.ifNone), old != .never { return false }
    if contains(.ifSome), old == .never { return false }
    if contains(.ifLater), new <= old { return false }
    if contains(.ifEarlier), new >= old { return false }
    return true
  }
}
