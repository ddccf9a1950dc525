/// A run of text in one style.
///
/// A line break inside a paragraph is a `\n` in the text.
public struct ProseSpan: Hashable, Sendable {
  public enum Style: UInt8, Hashable, Sendable {
    case plain, emphasis, strong, code
  }

  public var style: Style
  public var text: String

  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }

  public static func plainText(_ spans: [ProseSpan]) -> String {
    spans.map(\.text).joined()
  }

  /// Splits a sentence at its backquotes: hints, feedback and goals name commands that way.
  ///
  /// A backquote without a partner is an ordinary character.
  public static func spans(ofSentence sentence: String) -> [ProseSpan] {
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
    var spans: [ProseSpan] = []
    for (index, part) in parts.enumerated() {
      let isPaired = !index.isMultiple(of: 2) && index < parts.count - 1
      let isLonely = !index.isMultiple(of: 2) && index == parts.count - 1
      if isPaired {
        spans.append(ProseSpan(String(part), .code))
      } else if isLonely {
        spans.append(ProseSpan("`" + part))
      } else if !part.isEmpty {
        spans.append(ProseSpan(String(part)))
      }
    }
    return spans
  }
}
