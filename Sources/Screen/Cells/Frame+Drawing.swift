extension Frame {
  /// Writes `text` from `point` to the right, in at most `maxWidth` columns.
  ///
  /// Clipped at the frame; a line break is shown as a picture, it does not break. Returns the
  /// columns that the text takes within `maxWidth`, visible or not.
  @discardableResult
  public mutating func put(
    _ text: String, at point: Point, style: Style = .text, maxWidth: Int = .max
  ) -> Int {
    if text.isPlain { return putPlain(text, at: point, style: style, maxWidth: maxWidth) }
    var column = 0
    for element in CellText(text, glyphs: glyphs) {
      let width = Int(element.width)
      guard column + width <= maxWidth else { break }
      set(
        Cell(unchecked: element.character, width: element.width, style: style),
        at: Point(x: point.x + column, y: point.y))
      column += width
    }
    return column
  }

  private mutating func putPlain(
    _ text: String, at point: Point, style: Style, maxWidth: Int
  ) -> Int {
    let columns = Swift.max(0, Swift.min(text.utf8.count, maxWidth))
    var x = point.x
    for byte in text.utf8.prefix(columns) {
      set(
        Cell(unchecked: Unicode.Scalar(byte), width: 1, style: style),
        at: Point(x: x, y: point.y))
      x += 1
    }
    return columns
  }

  /// Writes styled text from `point` to the right, in at most `maxWidth` columns.
  @discardableResult
  public mutating func put(
    _ text: StyledText, at point: Point, maxWidth: Int = .max
  ) -> Int {
    var column = 0
    for span in text.spans {
      let room = maxWidth - column
      let used = put(
        span.text, at: point.moved(dx: column), style: span.style, maxWidth: room)
      column += used
      if used < span.text.displayWidth(glyphs) { break }
    }
    return column
  }

  /// Writes one line into the first row of `rect`; what does not fit ends in an ellipsis.
  public mutating func putLine(
    _ text: StyledText, in rect: Rect, alignment: Alignment = .left
  ) {
    guard rect.height > 0 else { return }
    var line = text
    var free = rect.width - text.width(glyphs)
    if free < 0 {
      line = text.clipped(toWidth: rect.width, glyphs: glyphs)
      free = rect.width - line.width(glyphs)
    }
    put(line, at: rect.origin.moved(dx: alignment.offset(free: free)), maxWidth: rect.width)
  }

  /// Fills `rect` with one character.
  public mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .normal) {
    let rect = rect.intersection(bounds)
    let cell = Cell(character, style: style)
    let step = max(1, Int(cell.width))
    for y in rect.y..<max(rect.y, rect.endY) {
      for x in stride(from: rect.x, to: rect.endX, by: step) {
        set(x + step <= rect.endX ? cell : .blank(style), at: Point(x: x, y: y))
      }
    }
  }
}
