// Panels are parted by rules, not boxed: a rule carries the title of what is below it, and lines
// join where they meet. It saves a row and two columns a panel, which 80×24 cannot spare.
//
//     ─ lesson ─────────────┬─ what happens ──────
//      The key is back.     │  200 people

extension Frame {
  /// A horizontal rule of `length` columns with a title in it.
  ///
  /// `lead` columns of line stand before the title. A title that does not fit ends in an ellipsis;
  /// a rule shorter than `lead` + 4 has none.
  public mutating func rule(
    at point: Point, length: Int, title: StyledText = StyledText(), lead: Int = 1,
    style: Style = .border
  ) {
    horizontalLine(at: point, length: length, style: style)
    let room = length - lead - 3
    guard room > 0, !title.isEmpty else { return }
    var label = StyledText(" ", style)
    label.append(title.clipped(toWidth: room, glyphs: glyphs))
    label.append(" ", style)
    put(label, at: point.moved(dx: lead), maxWidth: room + 2)
  }

  /// A rule with a title across the top of `rect`; returns what is left for the content.
  ///
  /// The content keeps one column free on its left, as the text under a title does.
  @discardableResult
  public mutating func panel(
    _ title: StyledText, in rect: Rect, style: Style = .border
  ) -> Rect {
    let (top, rest) = rect.split(top: 1)
    if !top.isEmpty { rule(at: top.origin, length: top.width, title: title, style: style) }
    return rest.inset(left: 1)
  }

  /// A box with a title for what lies over the page; blanks what is under it.
  ///
  /// Returns the inside, one column away from the lines.
  @discardableResult
  public mutating func overlay(
    _ title: StyledText, in rect: Rect, style: Style = .border
  ) -> Rect {
    fill(rect)
    outline(rect, style: style)
    if rect.width > 6, rect.height > 1, !title.isEmpty {
      var label = StyledText(" ", style)
      label.append(title.clipped(toWidth: rect.width - 6, glyphs: glyphs))
      label.append(" ", style)
      put(label, at: rect.origin.moved(dx: 2), maxWidth: rect.width - 3)
    }
    return rect.inset(dx: 2, dy: 1)
  }

  /// Says that `rect` is too small for what belongs there, in as many words as it holds.
  public mutating func tooSmall(needs size: Size, in rect: Rect) {
    let by = "\(size.width)\(glyphs.times)\(size.height)"
    let sentences = ["needs \(by)", by]
    let fitting = sentences.first { $0.displayWidth(glyphs) <= rect.width } ?? by
    putLine(StyledText(fitting, .warning), in: rect.row(rect.height / 2), alignment: .centre)
  }
}
