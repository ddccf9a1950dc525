extension Prose {
  /// Whether a text shows these words as code: `Type read user:1`.
  static func mentions(_ words: String, in blocks: [Prose]) -> Bool {
    blocks.contains { block in
      switch block.kind {
      case .paragraph(let spans), .heading(_, let spans):
        spans.contains { $0.style == .code && $0.text == words }
      case .list(_, let items): items.contains { mentions(words, in: $0) }
      case .quote(let inner): mentions(words, in: inner)
      case .code(_, let lines): lines.contains { $0.trimmed == words }
      }
    }
  }
}
