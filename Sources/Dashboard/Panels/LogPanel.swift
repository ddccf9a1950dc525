import Screen

/// What has happened, in words, the newest at the bottom.
public struct LogPanel: Panel {
  /// One line of the log.
  public struct Line: Hashable, Sendable {
    /// The clock when it happened, in microseconds; nil for what belongs to the line before.
    public var clock: Int64?
    public var text: StyledText

    public init(clock: Int64?, text: StyledText) {
      self.clock = clock
      self.text = text
    }
  }

  public var lines: [Line]
  /// What the lines were chosen by; empty shows all.
  public var filter: String
  /// Lines that lie below the last one shown.
  public var scroll: Int

  public init(lines: [Line], filter: String = "", scroll: Int = 0) {
    self.lines = lines
    self.filter = filter
    self.scroll = scroll
  }

  public var title: StyledText {
    var title = StyledText("log", .heading)
    if !filter.isEmpty { title.append(": " + filter, .warning) }
    return title
  }

  public var wantedRows: Int { 8 }

  public func draw(on frame: inout Frame, in rect: Rect) {
    guard rect.height > 0 else { return }
    guard !lines.isEmpty else {
      let words = filter.isEmpty ? "nothing has happened yet" : "nothing like that has happened"
      frame.putLine(StyledText(words, .dim), in: rect.row(0))
      return
    }
    var rows = visibleRows(width: rect.width, height: rect.height, glyphs: frame.glyphs)
    if rect.height < 3 {
      // So few rows are for beginnings: the rest of a long line stands in the larger log.
      let last = max(0, lines.count - max(0, min(scroll, lines.count - 1)))
      rows = lines[..<last].suffix(rect.height).map {
        LogPanel.shortened(stamped($0, frame.glyphs), width: rect.width, glyphs: frame.glyphs)
      }
    }
    for (index, row) in rows.enumerated() { frame.putLine(row, in: rect.row(index)) }
    if scroll > 0, rect.width > 8 {
      let note = "more \(frame.glyphs.downArrow)"
      let place = rect.row(rect.height - 1).split(right: note.count).right
      frame.putLine(StyledText(note, .dim), in: place)
    }
  }

  /// As many whole clauses as fit, with an ellipsis for those that do not.
  static func shortened(_ text: StyledText, width: Int, glyphs: Glyphs) -> StyledText {
    guard text.width(glyphs) > width else { return text }
    let room = max(1, width - 2)
    let first = text.wrapped(toWidth: room, glyphs: glyphs).first ?? text
    let plain = Array(first.plain)
    // Half a line of whole clauses says more than a full one that breaks off.
    let end = plain.indices.last {
      $0 > width * 2 / 5 && ";:".contains(plain[$0])
        && ($0 + 1 == plain.count || plain[$0 + 1] == " ")
    }
    let kept = end.map { first.clipped(toCharacters: $0) } ?? first
    return kept + StyledText(" \(glyphs.ellipsis)", .dim)
  }

  /// The last rows that fit; a line that is too long goes on below itself.
  private func visibleRows(width: Int, height: Int, glyphs: Glyphs) -> [StyledText] {
    var rows: [StyledText] = []
    let last = max(0, lines.count - max(0, min(scroll, lines.count - 1)))
    for line in lines[..<last].reversed() {
      rows = self.rows(of: line, width: width, glyphs: glyphs) + rows
      if rows.count >= height { break }
    }
    // A line that would be cut at the top is cut at the bottom instead when it is the only one.
    return rows.count > height ? Array(rows.suffix(height)) : rows
  }

  private static let indent = 8

  /// A line with its instant before it; line breaks in somebody's keys are shown, they do not break.
  private func stamped(_ line: Line, _ glyphs: Glyphs) -> StyledText {
    let stamp = line.clock.map { ClockText.column($0) } ?? ""
    var text = StyledText(stamp.padded(toWidth: LogPanel.indent - 1) + " ", .dim)
    for span in line.text.spans { text.append(span.text.visible(glyphs), span.style) }
    return text
  }

  private func rows(of line: Line, width: Int, glyphs: Glyphs) -> [StyledText] {
    let indent = LogPanel.indent
    let text = stamped(line, glyphs)
    let wrapped = text.wrapped(toWidth: width, indent: min(indent, width / 2), glyphs: glyphs)
    return wrapped.isEmpty ? [text] : wrapped
  }
}
