extension Frame {
  /// The line being edited, in the first row of `rect`, with the cursor in it.
  ///
  /// After `prompt` comes the text, or in an empty field the `ghost`, which is only a suggestion.
  /// `completion` follows the text as a ghost. A text that is too long scrolls so that the cursor
  /// stays in view, and an ellipsis stands where it goes on.
  public mutating func textField(
    _ editor: LineEditor, in rect: Rect, prompt: StyledText = StyledText(),
    ghost: String = "", completion: String = "", showsCursor: Bool = true
  ) {
    guard !rect.isEmpty else { return }
    var field = rect.row(0)
    let lead = editor.search.map { StyledText("search \"\($0.query)\": ", .prompt) } ?? prompt
    let used = put(lead, at: field.origin, maxWidth: max(0, field.width - 2))
    _ = field.takeLeft(used)
    guard field.width > 0 else { return }
    let column = put(editor, into: field)
    if showsCursor { cursor = field.origin.moved(dx: column) }
    let suffix = editor.isEmpty ? ghost : editor.isCursorAtEnd ? completion : ""
    put(suffix, at: field.origin.moved(dx: column), style: .ghost, maxWidth: field.width - column)
  }

  /// Writes the part of the text around the cursor; returns the cursor's column in `field`.
  private mutating func put(_ editor: LineEditor, into field: Rect) -> Int {
    let widths = editor.text.map { String($0).displayWidth(glyphs) }
    let before = widths.prefix(editor.cursor).reduce(0, +)
    let total = widths.reduce(0, +)
    // The cursor needs a column of its own after the text.
    guard total >= field.width else {
      put(editor.text, at: field.origin, style: .text, maxWidth: field.width)
      return before
    }
    let offset = min(max(0, before - field.width * 3 / 4), total + 1 - field.width)
    var column = 0
    var cursorColumn = 0
    for (index, character) in editor.text.enumerated() {
      let place = column - offset
      if index == editor.cursor { cursorColumn = place }
      column += widths[index]
      guard place >= 0, place + widths[index] <= field.width else { continue }
      put(String(character), at: field.origin.moved(dx: place), maxWidth: field.width - place)
    }
    if editor.isCursorAtEnd { cursorColumn = column - offset }
    let more = Cell(glyphs.ellipsis, style: .dim)
    if offset > 0, cursorColumn > 0 { set(more, at: field.origin) }
    if column - offset > field.width, cursorColumn < field.width - 1 {
      set(more, at: Point(x: field.endX - 1, y: field.y))
    }
    return min(max(0, cursorColumn), field.width - 1)
  }
}
