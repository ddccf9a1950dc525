import Screen

// Without a circle: a row for each remainder, and the twelve keys in columns of their own. A key
// that changes hands flies from row to row; its old copy stays where it was.

extension RingPanel {
  private static let column = 3

  func drawRemainders(on frame: inout Frame, in rect: Rect) {
    var rest = rect
    let left = 4 + min(8, shares.map(\.label.count).max() ?? 1)
    let lines = countLines(width: rect.width)
    let isAsking = keys.contains(where: \.isAsked)
    // A bar below each row where there is room for it.
    let pitch = rect.height >= 2 * shares.count + lines.count + 3 ? 2 : 1
    if rect.height > shares.count + lines.count {
      frame.putLine(StyledText("remainder, node, keys", .dim), in: rest.takeTop(1))
    }
    let rows = min(shares.count, max(0, rest.height - 1) / pitch)
    var grid = rest.takeTop(rows * pitch + (isAsking && rest.height > rows * pitch ? 1 : 0))
    for (place, share) in shares.prefix(rows).enumerated() {
      let (name, bar) = grid.row(place * pitch).split(left: left)
      drawName(share, place, on: &frame, in: name)
      guard pitch > 1 else { continue }
      drawBar(share, on: &frame, in: Rect(x: bar.x, y: bar.y + 1, width: bar.width, height: 1))
    }
    if grid.height > rows * pitch {
      frame.putLine(StyledText(" ?", .dim), in: grid.row(rows * pitch))
    }
    _ = grid.takeLeft(left)
    let shown = Array(keys.prefix(grid.width / RingPanel.column))
    drawCopies(shown, on: &frame, in: grid, pitch)
    drawFlying(shown, on: &frame, in: grid, pitch)
    for line in lines where rest.height > 0 { frame.putLine(line, in: rest.takeTop(1)) }
    guard rect.width >= 60, rest.height > 2 else { return }
    _ = rest.takeTop(1)
    change?.drawMovers(on: &frame, in: rest)
  }

  private func drawName(_ share: Share, _ place: Int, on frame: inout Frame, in rect: Rect) {
    var name = StyledText("\(place)".leftPadded(to: 2) + " ", .dim)
    name.append(share.label, .node(share.node).adding(.bold))
    if share.state != .up { name.append(" \(share.state.mark(frame.glyphs))", share.state.style) }
    frame.putLine(name, in: rect)
  }

  private func drawBar(_ share: Share, on frame: inout Frame, in rect: Rect) {
    var rect = rect
    let words = ClockText.grouped(share.keys)
    frame.putLine(
      StyledText(words, .dim), in: rect.takeRight(min(7, rect.width)), alignment: .right)
    _ = rect.takeLeft(1)
    frame.gauge(share.keys, of: max(1, total), in: rect, style: .node(share.node))
  }

  /// Old copies, which nobody will ask for.
  private func drawCopies(_ shown: [Key], on frame: inout Frame, in grid: Rect, _ pitch: Int) {
    for (place, key) in shown.enumerated() {
      guard let from = key.from, key.travelled > 0,
        let row = shares.firstIndex(where: { $0.node == from }), row * pitch < grid.height
      else { continue }
      let x = grid.x + place * RingPanel.column + 1
      let cell = Screen.Point(x: x, y: grid.y + row * pitch)
      frame.set(Cell(frame.glyphs.hollowDot, style: .dim), at: cell)
    }
  }

  private func drawFlying(_ shown: [Key], on frame: inout Frame, in grid: Rect, _ pitch: Int) {
    for (place, key) in shown.enumerated() {
      guard let to = shares.firstIndex(where: { $0.node == key.node }) else { continue }
      // A node that has left has no row: its keys come from below.
      let from = key.from.map { from in
        shares.firstIndex { $0.node == from } ?? shares.count
      }
      let start = (from ?? to) * pitch
      let way = to * pitch - start
      let row = key.isAsked ? shares.count * pitch : start + way * key.travelled / 1_000
      guard row < grid.height else { continue }
      let isFlying = key.travelled > 0 && key.travelled < 1_000
      let style = isFlying ? Style.moved.adding(.bold) : self.style(of: key)
      let text = String(key.label.prefix(RingPanel.column - 1)).leftPadded(to: 2)
      frame.put(
        text, at: Screen.Point(x: grid.x + place * RingPanel.column, y: grid.y + row),
        style: style, maxWidth: 2)
    }
  }
}

extension String {
  /// With blanks before it.
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
