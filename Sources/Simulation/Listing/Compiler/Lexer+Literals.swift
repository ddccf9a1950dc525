extension Lexer {
  private static let units: [String: Int64] = [
    "us": 1, "ms": 1_000, "s": 1_000_000, "m": 60_000_000, "h": 3_600_000_000,
  ]

  /// A number, a decimal, or, with a unit, a duration.
  mutating func number() throws(ListingError) -> Token.Kind {
    let start = place
    let whole = digits()
    var fraction = ""
    if byte == UInt8(ascii: "."), byte(ahead: 1)?.isDigit == true {
      place += 1
      fraction = digits()
    }
    let unitStart = place
    while let byte, byte.isLetter || byte.isDigit { place += 1 }
    guard unitStart == place else {
      let unit = text(unitStart..<place)
      guard let microseconds = Lexer.units[unit] else {
        throw error(at: unitStart, .unknownUnit(unit))
      }
      return try duration(whole, fraction, microseconds, start)
    }
    if fraction.isEmpty {
      guard let number = Int64(whole) else { throw error(at: start, .numberTooLarge(whole)) }
      return .number(number)
    }
    guard let decimal = Double("\(whole).\(fraction)"), decimal.isFinite else {
      throw error(at: start, .numberTooLarge(whole))
    }
    return .decimal(decimal)
  }

  /// Digits; a `_` between them only helps the eye.
  private mutating func digits() -> String {
    let start = place
    while let byte {
      let isGap = byte == UInt8(ascii: "_") && self.byte(ahead: 1)?.isDigit == true
      guard byte.isDigit || isGap else { break }
      place += 1
    }
    return String(decoding: bytes[start..<place].filter(\.isDigit), as: UTF8.self)
  }

  private func duration(
    _ whole: String, _ fraction: String, _ unit: Int64, _ start: Int
  ) throws(ListingError) -> Token.Kind {
    let tooLarge = error(at: start, .numberTooLarge(whole))
    guard let number = Int64(whole) else { throw tooLarge }
    let (product, overflow) = number.multipliedReportingOverflow(by: unit)
    guard !overflow else { throw tooLarge }
    var rest: Int64 = 0
    var place = unit
    for digit in fraction.utf8 {
      let value = Int64(digit - UInt8(ascii: "0"))
      guard value == 0 || place > 0 && place * value % 10 == 0 else {
        throw error(at: start, .durationTooFine)
      }
      rest += place * value / 10
      place /= 10
    }
    let (sum, isTooLarge) = product.addingReportingOverflow(rest)
    guard !isTooLarge else { throw tooLarge }
    return .duration(sum)
  }

  /// A text in quotes, escapes resolved.
  mutating func quoted() throws(ListingError) -> [UInt8] {
    let start = place
    let quote = bytes[place]
    place += 1
    var content: [UInt8] = []
    while let next = byte {
      if next == quote {
        place += 1
        return content
      }
      content.append(contentsOf: try character())
    }
    throw error(at: start, .unclosedText(quote: text(start..<start + 1)))
  }

  /// One byte of a text, or what an escape stands for.
  private mutating func character() throws(ListingError) -> [UInt8] {
    let first = bytes[place]
    place += 1
    guard first == UInt8(ascii: "\\") else { return [first] }
    let escape = byte
    place += 1
    switch escape {
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): return [bytes[place - 1]]
    case UInt8(ascii: "x"):
      let end = min(place + 2, bytes.count)
      guard end == place + 2, bytes[place..<end].allSatisfy(\.isHexadecimal),
        let value = UInt8(text(place..<end), radix: 16)
      else { throw error(at: place - 2, .unknownEscape(text(place - 2..<end))) }
      place = end
      return [value]
    default:
      var end = min(place, bytes.count)
      while end < bytes.count, bytes[end] & 0b1100_0000 == 0b1000_0000 { end += 1 }
      throw error(at: place - 2, .unknownEscape(text(place - 2..<end)))
    }
  }

  /// An f-text: `f"lock:{key}"`.
  mutating func formatted() throws(ListingError) -> Token.Kind {
    let start = place
    guard !isInFormatted else { throw error(at: start, .formattedInFormatted) }
    let quote = bytes[place + 1]
    place += 2
    var parts: [Token.Part] = []
    var content: [UInt8] = []
    while let next = byte {
      switch next {
      case quote:
        place += 1
        if !content.isEmpty { parts.append(.text(content)) }
        return .formatted(parts)
      case UInt8(ascii: "{") where byte(ahead: 1) != next:
        if !content.isEmpty { parts.append(.text(content)) }
        content = []
        parts.append(.tokens(try braces()))
      case UInt8(ascii: "}") where byte(ahead: 1) != next:
        throw error(at: place, .braceInText("}"))
      case UInt8(ascii: "{"), UInt8(ascii: "}"):
        content.append(next)
        place += 2
      default: content.append(contentsOf: try character())
      }
    }
    throw error(at: start, .unclosedText(quote: text(start + 1..<start + 2)))
  }

  /// The tokens between two braces, with an `.end` where the second one stands.
  private mutating func braces() throws(ListingError) -> [Token] {
    let start = place
    place += 1
    isInFormatted = true
    defer { isInFormatted = false }
    var tokens: [Token] = []
    while true {
      let token: Token
      do {
        token = try next()
      } catch {
        // The quote that ends the text looks like the beginning of another one.
        guard case .unclosedText = error.problem else { throw error }
        throw self.error(at: start, .braceInText("{"))
      }
      switch token.kind {
      case .end: throw error(at: start, .braceInText("{"))
      case .mark(.closeBrace):
        guard !tokens.isEmpty else { throw error(at: start, .emptyBraces) }
        tokens.append(Token(kind: .end, position: token.position))
        return tokens
      case .mark(.colon): throw ListingError(token.position, .formatInBraces)
      default: tokens.append(token)
      }
    }
  }
}

extension UInt8 {
  fileprivate var isHexadecimal: Bool {
    isDigit || self >= UInt8(ascii: "a") && self <= UInt8(ascii: "f")
      || self >= UInt8(ascii: "A") && self <= UInt8(ascii: "F")
  }
}
