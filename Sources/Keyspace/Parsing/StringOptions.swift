import CacheEngine

/// The options that `SET` and `GETEX` share, in any order and case.
struct StringOptions: Sendable {
  enum Owner {
    case set, getEx
  }

  enum Condition: Sendable {
    case ifAbsent, ifPresent

    func holds(exists: Bool) -> Bool {
      exists == (self == .ifPresent)
    }
  }

  private(set) var condition: Condition?
  private(set) var wantsOldValue = false
  private(set) var keepsLifetime = false
  private(set) var endsLifetime = false
  /// Read, but not yet judged: a missing key makes `GETEX` silent about a bad number.
  private(set) var deadline: Result<Deadline, VerbError>?
  private var unit: StaticString?

  init(_ reader: inout ArgumentReader, of owner: Owner) throws(VerbError) {
    while !reader.isAtEnd {
      let word = reader.next()
      switch owner {
      case .set: if readSetOption(word) { continue }
      case .getEx: if readGetExOption(word) { continue }
      }
      try readLifetime(word, &reader, verb: owner == .set ? "set" : "getex")
    }
  }

  /// The tick of the deadline, if one was given.
  func expiresAt(_ context: VerbContext) throws(VerbError) -> Tick? {
    guard let deadline else { return nil }
    return try deadline.get().tick(context)
  }

  private var hasLifetime: Bool { unit != nil || keepsLifetime || endsLifetime }

  private mutating func readSetOption(_ word: [UInt8]) -> Bool {
    if ArgumentReader.isWord(word, "NX"), condition != .ifPresent {
      condition = .ifAbsent
    } else if ArgumentReader.isWord(word, "XX"), condition != .ifAbsent {
      condition = .ifPresent
    } else if ArgumentReader.isWord(word, "GET") {
      wantsOldValue = true
    } else if ArgumentReader.isWord(word, "KEEPTTL"), unit == nil {
      keepsLifetime = true
    } else {
      return false
    }
    return true
  }

  private mutating func readGetExOption(_ word: [UInt8]) -> Bool {
    guard ArgumentReader.isWord(word, "PERSIST"), unit == nil else { return false }
    endsLifetime = true
    return true
  }

  private mutating func readLifetime(
    _ word: [UInt8], _ reader: inout ArgumentReader, verb: String
  ) throws(VerbError) {
    let rows: [(StaticString, Deadline.Unit, Bool)] = [
      ("EX", .seconds, false), ("PX", .milliseconds, false), ("EXAT", .seconds, true),
      ("PXAT", .milliseconds, true),
    ]
    for (name, unit, isAbsolute) in rows where ArgumentReader.isWord(word, name) {
      let isSame = self.unit.map { ArgumentReader.isWord(word, $0) } ?? !hasLifetime
      guard isSame, !reader.isAtEnd else { throw .syntax }
      self.unit = name
      let amount = reader.next()
      deadline = Result { () throws(VerbError) in
        try Deadline.positive(amount, unit, isAbsolute: isAbsolute, verb: verb)
      }
      return
    }
    throw .syntax
  }
}
