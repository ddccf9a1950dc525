import Screen

/// The styles of a listing's words: keywords, literals, comments, and the rest.
enum ListingInk {
  private static let keywords: Set<String> = [
    "and", "def", "elif", "else", "every", "except", "finally", "for", "if", "in", "is", "not",
    "or", "pass", "raise", "return", "spawn", "try", "while", "break", "continue",
  ]
  private static let literals: Set<String> = ["None", "True", "False"]

  /// By bytes, for this is done for every line of every frame; beyond ASCII everything is a letter.
  static func styled(_ line: String) -> StyledText {
    var text = StyledText()
    var rest = Substring(line).utf8
    while let first = rest.first {
      let piece: Substring.UTF8View.SubSequence
      let style: Style
      switch first {
      case UInt8(ascii: "#"):
        piece = rest
        style = .comment
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        piece = quoted(rest, by: first)
        style = .literal
      case _ where isLetter(first):
        piece = rest.prefix { isLetter($0) || isDigit($0) }
        let word = String(Substring(piece))
        style = keywords.contains(word) ? .keyword : literals.contains(word) ? .literal : .code
      case _ where isDigit(first):
        piece = rest.prefix { isDigit($0) || isLetter($0) || $0 == UInt8(ascii: ".") }
        style = .literal
      default:
        piece = rest.prefix { !startsWord($0) }
        style = .code
      }
      text.append(String(Substring(piece)), style)
      rest = rest[piece.endIndex...]
    }
    return text
  }

  private static func quoted(
    _ text: Substring.UTF8View, by mark: UInt8
  ) -> Substring.UTF8View.SubSequence {
    guard let end = text.dropFirst().firstIndex(of: mark) else { return text[...] }
    return text[...end]
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    65...90 ~= byte || 97...122 ~= byte || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 48...57 ~= byte }

  private static func startsWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'")
  }
}
