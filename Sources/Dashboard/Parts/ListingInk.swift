import Screen

/// The styles of a listing's words: keywords, literals, comments, and the rest.
enum ListingInk {
  private static let keywords: Set<String> = [
    "and", "def", "elif", "else", "every", "except", "finally", "for", "if", "in", "is", "not",
    "or", "pass", "raise", "return", "spawn", "try", "while", "break", "continue",
  ]
  private static let literals: Set<String> = ["None", "True", "False"]

  static func styled(_ line: String) -> StyledText {
    var text = StyledText()
    var rest = Substring(line)
    while let first = rest.first {
      let piece: Substring
      let style: Style
      if first == "#" {
        piece = rest
        style = .comment
      } else if first == "\"" || first == "'" {
        piece = quoted(rest, by: first)
        style = .literal
      } else if first.isLetter || first == "_" {
        piece = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        let word = String(piece)
        style = keywords.contains(word) ? .keyword : literals.contains(word) ? .literal : .code
      } else if first.isNumber {
        piece = rest.prefix { $0.isNumber || $0.isLetter || $0 == "." }
        style = .literal
      } else {
        piece = rest.prefix(1)
        style = .code
      }
      text.append(String(piece), style)
      rest = rest.dropFirst(piece.count)
    }
    return text
  }

  private static func quoted(_ text: Substring, by mark: Character) -> Substring {
    guard let end = text.dropFirst().firstIndex(of: mark) else { return text }
    return text[...end]
  }
}
