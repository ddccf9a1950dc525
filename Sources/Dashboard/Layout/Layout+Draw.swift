import Screen

extension Layout {
  /// The titles of panes by panel, and whether a pane has the focus.
  typealias Titles = (_ pane: Pane) -> (text: StyledText, isFocused: Bool)

  /// Draws rules and separators, then writes the titles into the rules.
  func drawLines(on frame: inout Frame, titles: Titles) {
    var horizontal = rules + panes.map(\.title) + [lesson.title, log.title]
    for separator in separators {
      // A rule goes on through the column of a separator, so that the lines join.
      for y in [separator.y, separator.endY - 1] {
        horizontal.append(Rect(x: separator.x - 1, y: y, width: 3, height: 1))
      }
    }
    for rule in horizontal where !rule.isEmpty {
      frame.horizontalLine(at: rule.origin, length: rule.width)
    }
    for separator in separators {
      frame.verticalLine(at: separator.origin, length: separator.height)
    }
    for pane in numbered where !pane.title.isEmpty {
      let (text, isFocused) = titles(pane)
      guard !text.isEmpty else { continue }
      var label = StyledText(" ", .border)
      label.append(isFocused ? text.styled(.focused) : text)
      let room = max(0, pane.title.width - 1)
      if label.width(frame.glyphs) < room { label.append(" ", .border) }
      let clipped = label.clipped(toWidth: room, glyphs: frame.glyphs)
      frame.put(clipped, at: pane.title.origin.moved(dx: 1), maxWidth: pane.title.width - 1)
    }
  }
}
