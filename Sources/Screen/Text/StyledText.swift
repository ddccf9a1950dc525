/// Text in which stretches have styles of their own; one paragraph, or several with line breaks.
public struct StyledText: Hashable, Sendable {
  /// A stretch of text in one style.
  public struct Span: Hashable, Sendable {
    public var text: String
    public var style: Style

    public init(_ text: String, _ style: Style = .text) {
      self.text = text
      self.style = style
    }
  }

  public private(set) var spans: [Span]

  public init(_ spans: [Span] = []) {
    self.spans = spans.filter { !$0.text.isEmpty }
  }

  public init(_ text: String, _ style: Style = .text) {
    self.init([Span(text, style)])
  }

  public var isEmpty: Bool { spans.isEmpty }

  /// The text alone.
  public var plain: String { spans.map(\.text).joined() }

  /// The columns that it takes in one line.
  public func width(_ glyphs: Glyphs = .unicode) -> Int {
    spans.reduce(0) { $0 + $1.text.displayWidth(glyphs) }
  }

  /// Adds text at the end; it joins the last stretch when the style is the same.
  public mutating func append(_ text: String, _ style: Style = .text) {
    guard !text.isEmpty else { return }
    if let last = spans.indices.last, spans[last].style == style {
      spans[last].text += text
    } else {
      spans.append(Span(text, style))
    }
  }

  public mutating func append(_ other: StyledText) {
    for span in other.spans { append(span.text, span.style) }
  }

  /// The first characters of it, each in its style.
  public func clipped(toCharacters count: Int) -> StyledText {
    var rest = max(0, count)
    var text = StyledText()
    for span in spans where rest > 0 {
      let part = span.text.prefix(rest)
      text.append(String(part), span.style)
      rest -= part.count
    }
    return text
  }

  /// The same text with `style` everywhere.
  public func styled(_ style: Style) -> StyledText {
    StyledText(plain, style)
  }

  /// The same text with `flags` added everywhere.
  public func adding(_ flags: Style.Flags) -> StyledText {
    StyledText(spans.map { Span($0.text, $0.style.adding(flags)) })
  }

  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.append(right)
    return sum
  }

  public static func += (left: inout StyledText, right: StyledText) {
    left.append(right)
  }
}

extension StyledText: ExpressibleByStringInterpolation {
  /// Plain text in the text style.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}
