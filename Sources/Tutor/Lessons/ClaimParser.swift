/// Reads claims byte by byte; never goes back, never fails without saying why.
///
/// Bytes and not characters: what parts a claim is ASCII and three signs, and every start of the
/// program reads hundreds of claims.
struct ClaimParser {
  private let bytes: [UInt8]
  private let line: SourceLine
  private var position = 0

  init(_ text: String, line: SourceLine) {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    bytes = Array((isPlain ? text : ClaimParser.withPlainBlanks(text)).utf8)
    self.line = line
  }

  /// The text with every blank beyond ASCII that stands outside of quotes made a plain one.
  private static func withPlainBlanks(_ text: String) -> String {
    var isQuoted = false
    return String(
      text.map { character in
        if character == "\"" { isQuoted.toggle() }
        return !isQuoted && character.isWhitespace ? " " : character
      })
  }

  /// `[not] word[(…)] [op value] [over scope]`.
  mutating func claim() throws(ClaimError) -> Claim {
    skipBlanks()
    let start = position
    let isNegated = take(word: "not")
    let subject = try self.subject()
    let comparison = try self.comparison()
    var value = Claim.Value.yes
    if let comparison {
      if subject.word.kind == .fact { throw .comparedFact(form: subject.text) }
      if subject.word.kind == .text, comparison != .equal, comparison != .unequal {
        throw .orderOfTexts(word: subject.word.name)
      }
      value = try self.value(of: subject, after: comparison)
      if isNegated { throw .negatedComparison(written(from: start)) }
    } else if subject.word.kind != .fact {
      throw .missingComparison(word: subject.text, kind: subject.word.kind)
    }
    let scope = try self.scope()
    return Claim(
      isNegated: isNegated, subject: subject, comparison: comparison ?? .equal, value: value,
      scope: scope ?? .step, text: written(from: start), line: line)
  }

  /// `[left.|right.|third.|fourth.][mark.]word[(argument, …)]`.
  mutating func subject() throws(ClaimError) -> Claim.Subject {
    skipBlanks()
    var name = takeName()
    guard !name.isEmpty else {
      let rest = written(from: position, to: bytes.count)
      throw rest.isEmpty ? .empty : .unknownWord(rest, suggestion: nil)
    }
    var lane: Claim.Lane?
    for candidate in Claim.Lane.allCases where name.hasPrefix(candidate.rawValue + ".") {
      lane = candidate
      name = String(name.dropFirst(candidate.rawValue.count + 1))
    }
    let phase = ClaimParser.takePhase(from: &name)
    let forms = ClaimWord.forms(of: name)
    guard !forms.isEmpty else {
      throw .unknownWord(name, suggestion: ClaimWord.suggestion(for: name))
    }
    let arguments = try self.arguments(of: name)
    guard let word = forms.first(where: { $0.parameters.count == arguments.count }),
      !arguments.contains("")
    else { throw .wrongArguments(word: name, forms: forms.map(\.form)) }
    return Claim.Subject(lane: lane, phase: phase, word: word, arguments: arguments)
  }

  /// The name of a mark in front of a word: `noon.hits`.
  private static func takePhase(from name: inout String) -> String? {
    guard ClaimWord.forms(of: name).isEmpty, let dot = name.firstIndex(of: ".") else { return nil }
    let word = String(name[name.index(after: dot)...])
    guard dot > name.startIndex, !ClaimWord.forms(of: word).isEmpty else { return nil }
    defer { name = word }
    return String(name[..<dot])
  }

  /// `over command|step|lesson`, when it is there.
  mutating func scope() throws(ClaimError) -> Claim.Scope? {
    guard take(word: "over") else { return nil }
    skipBlanks()
    let name = takeName()
    guard let scope = Claim.Scope(rawValue: name) else { throw .unknownScope(name) }
    return scope
  }

  /// Nothing but blanks may be left.
  mutating func end() throws(ClaimError) {
    skipBlanks()
    guard position == bytes.count else {
      throw .trailing(written(from: position, to: bytes.count))
    }
  }

  /// Takes `word` if it stands here as a whole word.
  mutating func take(word: String) -> Bool {
    skipBlanks()
    let end = position + word.utf8.count
    guard end <= bytes.count, bytes[position..<end].elementsEqual(word.utf8) else {
      return false
    }
    guard end == bytes.count || bytes[end].isBlank else { return false }
    position = end
    return true
  }
}

extension ClaimParser {
  private mutating func comparison() throws(ClaimError) -> Claim.Comparison? {
    skipBlanks()
    guard position < bytes.count else { return nil }
    for (sign, comparison) in ClaimParser.signs where bytes[position...].starts(with: sign) {
      return took(sign.count, comparison)
    }
    if bytes[position] == UInt8(ascii: "=") { throw .singleEquals }
    return nil
  }

  /// The signs as they are written, the longer ones first.
  private static let signs: [([UInt8], Claim.Comparison)] = [
    ("==", .equal), ("!=", .unequal), ("<=", .lessOrEqual), (">=", .greaterOrEqual),
    ("≤", .lessOrEqual), ("≥", .greaterOrEqual), ("≠", .unequal), ("<", .less), (">", .greater),
  ].map { (Array($0.utf8), $1) }

  private mutating func took(_ count: Int, _ comparison: Claim.Comparison) -> Claim.Comparison {
    position += count
    return comparison
  }

  private mutating func arguments(of name: String) throws(ClaimError) -> [String] {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "(") else { return [] }
    let start = position
    position += 1
    var arguments: [String] = []
    var current: [UInt8] = []
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        current += try quoted()
        continue
      }
      position += 1
      if byte == UInt8(ascii: ")"), depth == 0 {
        return arguments + [String(decoding: current, as: UTF8.self).trimmed]
      } else if byte == UInt8(ascii: ","), depth == 0 {
        arguments.append(String(decoding: current, as: UTF8.self).trimmed)
        current = []
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        current.append(byte)
      }
    }
    throw .unclosedParenthesis(name + written(from: start, to: bytes.count))
  }

  private mutating func value(
    of subject: Claim.Subject, after comparison: Claim.Comparison
  ) throws(ClaimError) -> Claim.Value {
    var words: [ClaimValueWord] = []
    while true {
      skipBlanks()
      guard position < bytes.count else { break }
      let start = position
      if bytes[position] == UInt8(ascii: "\"") {
        let text = String(decoding: try quoted(), as: UTF8.self)
        words.append(ClaimValueWord(text: text, isQuoted: true))
        continue
      }
      let word = try takeWord()
      if !words.isEmpty, word == "over" || word == "and" {
        position = start
        break
      }
      words.append(ClaimValueWord(text: word, isQuoted: false))
    }
    guard !words.isEmpty else {
      throw .missingValue(after: "\(subject.text) \(comparison.rawValue)")
    }
    if let word = words.first, words.count == 1, word.isCall {
      // It can only be meant as another word; a slip in it deserves its own message.
      _ = try Claim.Subject.parse(word.text)
    }
    if let value = ClaimValueWord.value(words, for: subject.word.kind) { return value }
    throw .wrongValue(
      word: subject.word.name, kind: subject.word.kind,
      given: words.map(\.text).joined(separator: " "))
  }

  private mutating func quoted() throws(ClaimError) -> [UInt8] {
    let start = position
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return text }
      if byte == UInt8(ascii: "\\"), position < bytes.count {
        text.append(bytes[position])
        position += 1
      } else {
        text.append(byte)
      }
    }
    throw .unclosedQuote(written(from: start, to: bytes.count))
  }

  /// Up to the next blank; what stands between parentheses belongs together.
  private mutating func takeWord() throws(ClaimError) -> String {
    let start = position
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if byte.isBlank, depth <= 0 { break }
      position += 1
    }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    if depth > 0 { throw .unclosedParenthesis(word) }
    return word
  }

  private mutating func takeName() -> String {
    let start = position
    while position < bytes.count, ClaimParser.isInName(bytes[position]), !isAtSign {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Whether one of the signs beyond ASCII begins here.
  private var isAtSign: Bool {
    bytes[position] == 0xE2
      && ClaimParser.signs.contains { bytes[position...].starts(with: $0.0) }
  }

  /// Letters and digits, a dot, an underscore; beyond ASCII everything.
  private static func isInName(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "."), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position].isBlank { position += 1 }
  }

  /// What stands in the text from `start`, with single blanks.
  private func written(from start: Int, to end: Int? = nil) -> String {
    var text: [UInt8] = []
    for byte in bytes[start..<(end ?? position)] {
      if !byte.isBlank {
        text.append(byte)
      } else if let last = text.last, last != 32 {
        text.append(32)
      }
    }
    if text.last == 32 { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}
