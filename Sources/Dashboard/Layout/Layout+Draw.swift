import Screen

extension Layout {
  /// What stands in the rule above a pane, and the pane's parts.
  struct PaneTitle {
    var text: StyledText
    var isFocused = false
    var sections: [PanelSection] = []
    /// Where the panel in the pane begins to be drawn, for its sections.
    var inset = 0
  }

  /// The titles of panes by panel.
  typealias Titles = (_ pane: Pane) -> PaneTitle

  /// Draws rules and separators, then writes the titles into the rules.
  func drawLines(on frame: inout Frame, titles: Titles) {
    let panes = numbered.filter { !$0.title.isEmpty }.map { ($0, titles($0)) }
    let inner = panes.flatMap { Layout.innerRules($0, $1) }
    for rule in rules + panes.map(\.0.title) + inner where !rule.isEmpty {
      frame.horizontalLine(at: rule.origin, length: rule.width)
    }
    for separator in separators {
      // A rule goes on through the column of a separator, so that the lines join.
      for y in [separator.y, separator.endY - 1] {
        frame.horizontalLine(at: Point(x: separator.x - 1, y: y), length: 3)
      }
    }
    let lines = separators + panes.flatMap { Layout.innerSeparators($0, $1) }
    for separator in lines {
      frame.verticalLine(at: separator.origin, length: separator.height)
    }
    // Rules that end at a separator on its way join it.
    for separator in lines {
      for y in separator.y..<separator.endY {
        let place = Point(x: separator.x, y: y)
        let meets = (panes.map(\.0.title) + inner).contains {
          $0.y == y && ($0.x == place.x + 1 || $0.endX == place.x)
        }
        if meets { frame.horizontalLine(at: place, length: 1) }
      }
    }
    for (pane, title) in panes { drawTitles(title, of: pane, on: &frame) }
  }

  /// Rules within a pane, above those of its parts that lie below others.
  private static func innerRules(_ pane: Pane, _ title: PaneTitle) -> [Rect] {
    title.sections.filter { $0.y > 0 && $0.y < pane.whole.height }.map {
      Rect(x: pane.title.x, y: pane.title.y + $0.y, width: pane.title.width, height: 1)
    }
  }

  private static func innerSeparators(_ pane: Pane, _ title: PaneTitle) -> [Rect] {
    title.sections.filter { $0.lineRows > 0 && $0.x > 0 }.map { section in
      // A line that reaches the bottom joins the rule below.
      let reachesEnd = section.y + section.lineRows >= pane.body.height
      return Rect(
        x: pane.body.x + title.inset + section.x - 1, y: pane.title.y + section.y, width: 1,
        height: 1 + section.lineRows + (reachesEnd ? 1 : 0))
    }
  }

  private func drawTitles(_ title: PaneTitle, of pane: Pane, on frame: inout Frame) {
    let first = title.sections.filter { $0.y == 0 }.sorted { $0.x < $1.x }
    let end = pane.title.endX
    if first.first?.x != 0 {
      let next = first.first.map { pane.body.x + title.inset + $0.x - 1 } ?? end
      write(title.text, title.isFocused, from: pane.title.x, to: next, at: pane.title.y, on: &frame)
    }
    for section in title.sections {
      let start = pane.body.x + title.inset + section.x
      let next = first.first { section.y == 0 && $0.x > section.x }
      let until = next.map { pane.body.x + title.inset + $0.x - 1 } ?? end
      write(
        section.title, title.isFocused && section.x == 0 && section.y == 0,
        from: section.x == 0 ? pane.title.x : start, to: until, at: pane.title.y + section.y,
        on: &frame)
    }
  }

  /// Writes a title into a rule, a step from its beginning, with a blank at either side.
  private func write(
    _ text: StyledText, _ isFocused: Bool, from start: Int, to end: Int, at y: Int,
    on frame: inout Frame
  ) {
    guard !text.isEmpty, end - start > 2 else { return }
    let room = end - start - 1
    // What is dim can be missed: it goes before anything is cut.
    let whole = 1 + text.width(frame.glyphs) <= room
    let kept = whole ? text : StyledText(text.spans.filter { $0.style != .dim })
    var label = StyledText(" ", .border)
    label.append(isFocused ? kept.styled(.focused) : kept)
    if label.width(frame.glyphs) < room { label.append(" ", .border) }
    frame.put(
      label.clipped(toWidth: room, glyphs: frame.glyphs), at: Point(x: start + 1, y: y),
      maxWidth: room)
  }
}
