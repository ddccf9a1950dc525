import Screen
import Tutor

/// A lesson's text in styles.
enum ProseText {
  /// Paragraphs, each one styled text; a blank line belongs between two of them.
  static func styled(_ blocks: [Prose]) -> [StyledText] {
    blocks.flatMap { styled($0) }
  }

  /// A sentence with commands between backquotes.
  static func styled(sentence: String) -> StyledText {
    styled(ProseSpan.spans(ofSentence: sentence))
  }

  static func styled(_ spans: [ProseSpan]) -> StyledText {
    StyledText(
      spans.map { span in
        // Within a paragraph the page decides where lines end.
        let text = String(span.text.map { $0 == "\n" ? " " : $0 })
        return StyledText.Span(text, style(span.style))
      })
  }

  private static func style(_ style: ProseSpan.Style) -> Style {
    switch style {
    case .plain: .text
    case .emphasis: .accent
    case .strong: .strong
    case .code: .literal
    }
  }

  private static func styled(_ block: Prose) -> [StyledText] {
    switch block.kind {
    case .paragraph(let spans): return [styled(spans)]
    case .heading(_, let spans):
      return [styled(spans).adding(.bold)]
    case .quote(let blocks):
      return styled(blocks).map { StyledText("  ", .text) + $0 }
    case .code(_, let lines):
      var text = StyledText()
      for (index, line) in lines.enumerated() {
        text.append((index > 0 ? "\n  " : "  ") + line, .code)
      }
      return [text]
    case .list(let start, let items):
      var text = StyledText()
      for (index, item) in items.enumerated() {
        let mark = start.map { "\($0 + index). " } ?? "- "
        if index > 0 { text.append("\n") }
        text.append(mark, .dim)
        for (part, block) in styled(item).enumerated() {
          if part > 0 { text.append("\n  ") }
          text.append(block)
        }
      }
      return [text]
    }
  }
}
