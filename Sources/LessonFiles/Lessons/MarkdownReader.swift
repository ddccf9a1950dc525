import CMarkdown
import Tutor

/// Turns Markdown into headings, text and fences, each with its line in the file.
struct MarkdownReader {
  private let path: String
  /// The lines of the text, to see how its fences end.
  private let lines: [Substring]
  /// What is added to a line of the text to get the line of the file.
  private let offset: Int
  private(set) var items: [LessonSource.Item] = []
  private(set) var errors: [LessonError] = []

  private init(_ text: String, path: String, offset: Int) {
    self.path = path
    self.offset = offset
    lines = text.textLines
  }

  /// Reads a text whose first line is line `offset` + 1 of the file.
  static func read(
    _ text: String, path: String, offset: Int
  ) -> (items: [LessonSource.Item], errors: [LessonError]) {
    var reader = MarkdownReader(text, path: path, offset: offset)
    reader.withDocument(text) { reader, document in
      for node in children(of: document) { reader.readTop(node) }
    }
    return (reader.items, reader.errors)
  }

  private mutating func withDocument(
    _ text: String, _ body: (inout MarkdownReader, OpaquePointer) -> Void
  ) {
    var text = text
    let document = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let document else { return }
    defer { cmark_node_free(document) }
    body(&self, document)
  }

  private func line(of node: OpaquePointer) -> SourceLine {
    SourceLine(Int(cmark_node_get_start_line(node)) + offset)
  }

  private mutating func report(_ fault: LessonError.StructureFault, at line: SourceLine) {
    errors.append(LessonError(path: path, line: line, kind: .structure(fault)))
  }

  private mutating func readTop(_ node: OpaquePointer) {
    let line = line(of: node)
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING where cmark_node_get_heading_level(node) <= 2:
      let title = ProseSpan.plainText(spans(in: node, at: line))
      if cmark_node_get_heading_level(node) == 1 {
        report(.topHeading(title), at: line)
      } else {
        items.append(.step(SourceText(title, line: line)))
      }
    case CMARK_NODE_CODE_BLOCK:
      readCode(node, at: line)
    default:
      if let prose = prose(node, depth: 0) { items.append(.prose(prose)) }
    }
  }

  private mutating func readCode(_ node: OpaquePointer, at line: SourceLine) {
    let info = string(cmark_node_get_fence_info(node))
    let words = info.split(separator: " ", maxSplits: 1)
    let word = words.first.map { String($0) } ?? ""
    checkFence(node, word: word, at: line)
    guard let block = LessonBlock(rawValue: word) else {
      items.append(.prose(code(node, language: word, at: line)))
      return
    }
    let content = codeLines(of: node)
    if block == .production {
      readProduction(content, at: line)
      return
    }
    let texts = content.enumerated().map { index, text in
      SourceText(text, line: line.advanced(by: index + 1))
    }
    let arguments = words.count == 2 ? String(words[1]).drop { $0 == " " } : ""
    items.append(
      .fence(
        LessonSource.Fence(block: block, arguments: String(arguments), lines: texts, line: line)))
  }

  /// A `production` block holds Markdown again, but neither steps nor machinery.
  private mutating func readProduction(_ lines: [String], at line: SourceLine) {
    let inner = MarkdownReader.read(
      lines.joined(separator: "\n"), path: path, offset: line.number)
    errors += inner.errors
    var blocks: [Prose] = []
    for item in inner.items {
      switch item {
      case .prose(let prose): blocks.append(prose)
      case .fence(let fence): report(.nestedBlock(fence.block), at: fence.line)
      case .production(_, let line): report(.nestedBlock(.production), at: line)
      case .step(let title):
        blocks.append(
          Prose(.heading(level: 2, [ProseSpan(title.text)]), line: title.line))
      }
    }
    if blocks.isEmpty {
      errors.append(LessonError(path: path, line: line, kind: .block(.production, .empty)))
    }
    items.append(.production(blocks, line: line))
  }
}

extension MarkdownReader {
  /// A fence that nobody closes swallows the rest of the lesson: that is never meant.
  private mutating func checkFence(_ node: OpaquePointer, word: String, at line: SourceLine) {
    let start = Int(cmark_node_get_start_line(node)) - 1
    let end = Int(cmark_node_get_end_line(node)) - 1
    guard lines.indices.contains(start), lines.indices.contains(end) else { return }
    let opening = MarkdownReader.withoutMargin(lines[start])
    guard let mark = opening.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"),
      opening.prefix(3).elementsEqual(repeatElement(mark, count: 3))
    else { return }
    let width = opening.prefix { $0 == mark }.count
    let closing = MarkdownReader.withoutMargin(lines[end])
    let isClosed =
      end > start && closing.prefix { $0 == mark }.count >= width
      && Substring(closing.drop { $0 == mark }).allSatisfy(\.isWhitespace)
    if !isClosed { report(.unclosedBlock(word), at: line) }
  }

  private static func withoutMargin(_ line: Substring) -> Substring.UTF8View.SubSequence {
    line.utf8.drop { $0 == 32 || $0 == UInt8(ascii: ">") }
  }

  private mutating func code(
    _ node: OpaquePointer, language: String, at line: SourceLine
  ) -> Prose {
    if !language.isEmpty, !LessonBlock.languages.contains(language) {
      let suggestion = NearestWord.suggestion(
        for: language, among: LessonBlock.words + LessonBlock.languages)
      report(.unknownBlock(language, suggestion: suggestion), at: line)
    }
    return Prose(.code(language: language, lines: codeLines(of: node)), line: line)
  }

  private func codeLines(of node: OpaquePointer) -> [String] {
    var lines = string(cmark_node_get_literal(node)).textLines
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { String($0) }
  }

  /// A block of text; nil for what is not shown, such as a comment.
  private mutating func prose(_ node: OpaquePointer, depth: Int) -> Prose? {
    let line = line(of: node)
    if depth > LessonLimits.proseDepth {
      report(.tooDeep(limit: LessonLimits.proseDepth), at: line)
      return nil
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH:
      let spans = spans(in: node, at: line)
      return spans.isEmpty ? nil : Prose(.paragraph(spans), line: line)
    case CMARK_NODE_HEADING:
      let level = Int(cmark_node_get_heading_level(node))
      return Prose(.heading(level: level, spans(in: node, at: line)), line: line)
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      var items: [[Prose]] = []
      for item in MarkdownReader.children(of: node) { items.append(blocks(in: item, depth + 2)) }
      let start = isOrdered ? Int(cmark_node_get_list_start(node)) : nil
      return Prose(.list(start: start, items: items), line: line)
    case CMARK_NODE_BLOCK_QUOTE:
      return Prose(.quote(blocks(in: node, depth + 1)), line: line)
    case CMARK_NODE_CODE_BLOCK:
      return nestedCode(node, at: line)
    case CMARK_NODE_HTML_BLOCK:
      checkHTML(string(cmark_node_get_literal(node)), at: line)
      return nil
    default:
      return nil
    }
  }

  private mutating func blocks(in node: OpaquePointer, _ depth: Int) -> [Prose] {
    var blocks: [Prose] = []
    for child in MarkdownReader.children(of: node) {
      if let block = prose(child, depth: depth) { blocks.append(block) }
    }
    return blocks
  }

  private mutating func nestedCode(_ node: OpaquePointer, at line: SourceLine) -> Prose {
    let word = string(cmark_node_get_fence_info(node)).prefix { $0 != " " }
    if let block = LessonBlock(rawValue: String(word)) {
      report(.nestedBlock(block), at: line)
      return Prose(.code(language: "", lines: codeLines(of: node)), line: line)
    }
    return code(node, language: String(word), at: line)
  }

  private mutating func checkHTML(_ html: String, at line: SourceLine) {
    let text = html.drop(while: \.isWhitespace)
    if text.hasPrefix("<!--") { return }
    report(.html(String(text.prefix { !$0.isNewline }.prefix(40))), at: line)
  }
}

extension MarkdownReader {
  private mutating func spans(in node: OpaquePointer, at line: SourceLine) -> [ProseSpan] {
    var spans: [ProseSpan] = []
    collect(node, .plain, &spans, at: line, depth: 0)
    return spans
  }

  private mutating func collect(
    _ parent: OpaquePointer, _ style: ProseSpan.Style, _ spans: inout [ProseSpan],
    at line: SourceLine, depth: Int
  ) {
    // Deeper emphasis than anybody writes; a hostile text must not use up the stack.
    guard depth < 16 else { return }
    for node in MarkdownReader.children(of: parent) {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: append(string(cmark_node_get_literal(node)), style, &spans)
      case CMARK_NODE_CODE: append(string(cmark_node_get_literal(node)), .code, &spans)
      case CMARK_NODE_SOFTBREAK: append(" ", style, &spans)
      case CMARK_NODE_LINEBREAK: append("\n", style, &spans)
      case CMARK_NODE_HTML_INLINE: checkHTML(string(cmark_node_get_literal(node)), at: line)
      case CMARK_NODE_EMPH:
        let inner = style == .strong ? ProseSpan.Style.strong : .emphasis
        collect(node, inner, &spans, at: line, depth: depth + 1)
      case CMARK_NODE_STRONG:
        collect(node, .strong, &spans, at: line, depth: depth + 1)
      case CMARK_NODE_LINK:
        let before = spans
        collect(node, style, &spans, at: line, depth: depth + 1)
        let url = string(cmark_node_get_url(node))
        if ProseSpan.plainText(Array(spans.dropFirst(before.count))) != url, !url.isEmpty {
          append(" (\(url))", style, &spans)
        }
      default:
        collect(node, style, &spans, at: line, depth: depth + 1)
      }
    }
  }

  private func append(_ text: String, _ style: ProseSpan.Style, _ spans: inout [ProseSpan]) {
    if let last = spans.last, last.style == style {
      spans[spans.count - 1].text += text
    } else if !text.isEmpty {
      spans.append(ProseSpan(text, style))
    }
  }

  private func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  private static func children(of node: OpaquePointer) -> [OpaquePointer] {
    var children: [OpaquePointer] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      children.append(child)
      next = cmark_node_next(child)
    }
    return children
  }
}
