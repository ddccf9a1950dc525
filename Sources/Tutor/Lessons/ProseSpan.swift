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

  /// Splits a sentence at its backquotes, and what is not between them at its double asterisks:
  /// hints, feedback and goals name commands and terms that way.
  ///
  /// A mark without a partner is an ordinary character.
  public static func spans(ofSentence sentence: String) -> [ProseSpan] {
    split(sentence, at: "`", .code).flatMap { span in
      span.style == .plain ? split(span.text, at: "**", .strong) : [span]
    }
  }

  private static func split(_ text: String, at mark: String, _ style: Style) -> [ProseSpan] {
    var spans: [ProseSpan] = []
    var rest = text[...]
    while let open = rest.firstRange(of: mark),
      let close = rest[open.upperBound...].firstRange(of: mark)
    {
      spans.append(ProseSpan(String(rest[..<open.lowerBound])))
      spans.append(ProseSpan(String(rest[open.upperBound..<close.lowerBound]), style))
      rest = rest[close.upperBound...]
    }
    spans.append(ProseSpan(String(rest)))
    return spans.filter { !($0.style == .plain && $0.text.isEmpty) }
  }
}
