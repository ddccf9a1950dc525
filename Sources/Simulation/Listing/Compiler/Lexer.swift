// From characters to tokens, one line at a time: a statement never goes over the end of its line,
// because a line is what a request stands on.

/// One line that is not blank: how far it is indented, and its tokens, the last one `.end`.
struct SourceLine {
  let number: Int
  let indent: Int
  let tokens: [Token]
}

/// Reads one line.
struct Lexer {
  private(set) var bytes: [UInt8]
  let line: Int
  var place = 0
  /// Whether an f-text is being read, which none may stand in.
  var isInFormatted = false

  /// The lines of a listing that say something.
  static func read(
    _ lines: [String], limits: ListingLimits
  ) throws(ListingError) -> [SourceLine] {
    guard lines.count <= limits.lines else {
      throw ListingError(line: limits.lines, column: 1, .tooManyLines(limits.lines))
    }
    var result: [SourceLine] = []
    for (index, text) in lines.enumerated() {
      var lexer = Lexer(text, line: index + 1)
      guard lexer.bytes.count <= limits.lineLength else {
        throw lexer.error(at: 0, .lineTooLong(limits.lineLength))
      }
      if let line = try lexer.sourceLine() { result.append(line) }
    }
    return result
  }

  init(_ text: String, line: Int) {
    bytes = Array(text.utf8)
    self.line = line
  }

  private mutating func sourceLine() throws(ListingError) -> SourceLine? {
    while byte == UInt8(ascii: " ") { place += 1 }
    let indent = place
    if byte == UInt8(ascii: "\t") {
      let rest = bytes[place...].first { $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: " ") }
      guard let rest, rest != UInt8(ascii: "#") else { return nil }
      throw error(at: place, .tab)
    }
    var tokens: [Token] = []
    repeat {
      tokens.append(try next())
    } while tokens.last?.kind != .end
    return tokens.count == 1
      ? nil : SourceLine(number: line, indent: indent, tokens: tokens)
  }

  /// The byte at the place, nil at the end.
  var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

  func byte(ahead distance: Int) -> UInt8? {
    place + distance < bytes.count ? bytes[place + distance] : nil
  }

  /// The position of a byte: columns count characters.
  func position(at place: Int) -> Position {
    let characters = bytes[..<min(place, bytes.count)].count { $0 & 0b1100_0000 != 0b1000_0000 }
    return Position(line: line, column: characters + 1)
  }

  func error(at place: Int, _ problem: ListingProblem) -> ListingError {
    ListingError(position(at: place), problem)
  }

  /// The text between two places.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The next token; `.end` for ever after the last one.
  mutating func next() throws(ListingError) -> Token {
    while byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { place += 1 }
    let start = position(at: place)
    guard let first = byte, first != UInt8(ascii: "#") else {
      place = bytes.count
      return Token(kind: .end, position: start)
    }
    let kind: Token.Kind
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): kind = try number()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): kind = .text(try quoted())
    case UInt8(ascii: "f") where byte(ahead: 1) == UInt8(ascii: "\""),
      UInt8(ascii: "f") where byte(ahead: 1) == UInt8(ascii: "'"):
      kind = try formatted()
    case _ where first.isLetter: kind = name()
    default: kind = .mark(try mark())
    }
    return Token(kind: kind, position: start)
  }

  private mutating func name() -> Token.Kind {
    let start = place
    while let byte, byte.isLetter || byte.isDigit { place += 1 }
    let name = text(start..<place)
    return Word(rawValue: name).map { .word($0) } ?? .name(name)
  }

  private mutating func mark() throws(ListingError) -> Mark {
    try refuseForeign()
    for length in [3, 2, 1] where place + length <= bytes.count {
      let spelling = text(place..<place + length)
      guard let mark = Mark(rawValue: spelling), mark != .closeBrace || isInFormatted else {
        continue
      }
      place += length
      return mark
    }
    var end = place + 1
    while end < bytes.count, bytes[end] & 0b1100_0000 == 0b1000_0000 { end += 1 }
    throw error(at: place, .unknownCharacter(text(place..<end)))
  }

  /// What other languages write, and what to write instead; longer spellings first.
  private static let foreign: [(spelling: String, advice: String)] = [
    ("===", "Write `==`."), ("!==", "Write `!=`."), ("&&", "Write `and`."),
    ("||", "Write `or`."), ("++", "Write `+= 1`."), ("--", "Write `-= 1`."),
    ("**", "Multiply instead."), ("<>", "Write `!=`."), ("->", "Write a colon."),
    ("=>", "Write `>=`, or a colon."), (":=", "Write `=`."),
    (";", "Put the next statement on a line of its own."),
    ("{", "Blocks are indented; there are no braces."),
    ("}", "Blocks are indented; there are no braces."),
    ("&", "Write `and`."), ("|", "Write `or`."),
  ]

  private func refuseForeign() throws(ListingError) {
    for (spelling, advice) in Lexer.foreign where bytes[place...].starts(with: spelling.utf8) {
      if spelling == "}", isInFormatted { continue }
      throw error(at: place, .foreignOperator(spelling, advice: advice))
    }
    if byte == UInt8(ascii: "!"), byte(ahead: 1) != UInt8(ascii: "=") {
      throw error(at: place, .foreignOperator("!", advice: "Write `not`."))
    }
  }
}

extension UInt8 {
  /// A letter of the basic alphabet, or the underscore: what a name begins with.
  var isLetter: Bool {
    self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z")
      || self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") || self == UInt8(ascii: "_")
  }

  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
