extension StyledText {
  /// At most `width` columns of it, an ellipsis in the last when something was cut.
  public func clipped(toWidth width: Int, glyphs: Glyphs = .unicode) -> StyledText {
    guard width > 0 else { return StyledText() }
    if self.width(glyphs) <= width { return self }
    let cells = styledCells(glyphs, breaksLines: false)
    var kept: [StyledCell] = []
    var column = 0
    for cell in cells {
      guard column + cell.width < width else { break }
      kept.append(cell)
      column += cell.width
    }
    let style = kept.last?.style ?? cells.first?.style ?? .text
    kept.append(StyledCell(character: glyphs.ellipsis, width: 1, style: style))
    return StyledText(cells: kept[...])
  }

  /// The lines of this text, none wider than `width` columns.
  ///
  /// Breaks at blanks and line breaks, beside wide characters, and within a word only when the word
  /// alone is too wide. Blanks at a break vanish; those that begin a paragraph stay. Lines that
  /// continue a paragraph start with `indent` blanks. No width, no lines.
  public func wrapped(
    toWidth width: Int, indent: Int = 0, glyphs: Glyphs = .unicode
  ) -> [StyledText] {
    guard width > 0 else { return [] }
    if fitsAsItIs(toWidth: width) { return [self] }
    let indent = indent < width ? max(0, indent) : 0
    let narrowest = width - indent
    let cells = styledCells(glyphs, breaksLines: true).map { cell in
      cell.width <= narrowest
        ? cell : StyledCell(character: glyphs.ellipsis, width: 1, style: cell.style)
    }
    return cells.split(separator: .lineBreak, omittingEmptySubsequences: false)
      .flatMap { Wrapping(cells: $0, width: width, indent: indent).lines() }
  }

  /// Whether it is one plain line that ends in a word: most lines are, frame after frame.
  private func fitsAsItIs(toWidth width: Int) -> Bool {
    guard let last = spans.last, last.text.utf8.last != 32 else { return false }
    return spans.allSatisfy(\.text.isPlain) && self.width() <= width
  }

  /// Every cell with its style; a line break stays what it is, or becomes a picture.
  func styledCells(_ glyphs: Glyphs, breaksLines: Bool) -> [StyledCell] {
    var cells: [StyledCell] = []
    for span in spans {
      let lines = span.text.split(
        omittingEmptySubsequences: false,
        whereSeparator: { breaksLines && ($0 == "\n" || $0 == "\r\n") })
      for (index, line) in lines.enumerated() {
        if index > 0 { cells.append(.lineBreak) }
        for element in CellText(String(line), glyphs: glyphs) {
          cells.append(
            StyledCell(
              character: element.character, width: Int(element.width), style: span.style))
        }
      }
    }
    return cells
  }

  init(cells: ArraySlice<StyledCell>) {
    self.init()
    for cell in cells { append(String(cell.character), cell.style) }
  }
}

/// A character on its way to a cell.
struct StyledCell: Equatable {
  var character: Character
  var width: Int
  var style: Style

  static let lineBreak = StyledCell(character: "\n", width: 0, style: .normal)

  var isBlank: Bool { character == " " }
}

/// One paragraph being broken into lines.
private struct Wrapping {
  let cells: ArraySlice<StyledCell>
  let width: Int
  let indent: Int

  func lines() -> [StyledText] {
    var lines: [StyledText] = []
    var start = cells.startIndex
    repeat {
      let room = lines.isEmpty ? width : width - indent
      let end = lineEnd(from: start, room: room)
      var line = StyledText(lines.isEmpty ? "" : String(repeating: " ", count: indent))
      line.append(StyledText(cells: trimmed(cells[start..<end])))
      lines.append(line)
      start = end
      while start < cells.endIndex, cells[start].isBlank { start += 1 }
    } while start < cells.endIndex
    return lines
  }

  /// The end of the line that starts at `start`: after its last word that fits, or within the word.
  private func lineEnd(from start: Int, room: Int) -> Int {
    var column = 0
    var wordBreak: Int?
    var index = start
    var seenWord = false
    while index < cells.endIndex {
      let cell = cells[index]
      if mayBreak(before: index), seenWord { wordBreak = index }
      if !cell.isBlank {
        guard column + cell.width <= room else {
          return wordBreak ?? max(index, start + 1)
        }
        seenWord = true
      }
      column += cell.width
      index += 1
    }
    return cells.endIndex
  }

  private func mayBreak(before index: Int) -> Bool {
    guard index > cells.startIndex else { return false }
    return cells[index].isBlank || cells[index - 1].isBlank || cells[index].width == 2
      || cells[index - 1].width == 2
  }

  /// Without the blanks at the end.
  private func trimmed(_ line: ArraySlice<StyledCell>) -> ArraySlice<StyledCell> {
    var line = line
    while line.last?.isBlank == true { line.removeLast() }
    return line
  }
}
