/// A block of a lesson's text: what Markdown calls a paragraph, list, code, heading or quote.
public struct Prose: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case paragraph([ProseSpan])
    /// Levels 3 to 6; levels 1 and 2 are the lesson's and the step's own titles.
    case heading(level: Int, [ProseSpan])
    /// Each item is a small text of its own; `start` is the first number, nil for bullets.
    case list(start: Int?, items: [[Prose]])
    /// Lines that are shown as they are; `language` is empty when nobody named one.
    case code(language: String, lines: [String])
    case quote([Prose])
  }

  public var kind: Kind
  public var line: SourceLine

  public init(_ kind: Kind, line: SourceLine) {
    self.kind = kind
    self.line = line
  }

  /// The text alone, for searching and for counting words.
  public var plainText: String {
    switch kind {
    case .paragraph(let spans), .heading(_, let spans): ProseSpan.plainText(spans)
    case .list(_, let items): items.map { Prose.plainText($0) }.joined(separator: "\n")
    case .code(_, let lines): lines.joined(separator: "\n")
    case .quote(let blocks): Prose.plainText(blocks)
    }
  }

  /// The text alone of several blocks, one line each.
  public static func plainText(_ blocks: [Prose]) -> String {
    blocks.map(\.plainText).joined(separator: "\n")
  }
}
