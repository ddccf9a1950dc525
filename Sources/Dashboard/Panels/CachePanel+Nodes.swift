import Screen

// Several nodes stand one below the other, each below a rule with its name. Where a node has no room
// for a row an entry, its keys stand one after the other.

extension CachePanel {
  public func sections(_ size: Size, glyphs: Glyphs) -> [PanelSection] {
    zip(nodes, shownRows(height: size.height)).enumerated().map { index, part in
      let (node, place) = part
      let style: Style = index == 0 ? .heading : .node(node.index)
      let whole = CachePanel.heading(of: node, style: style)
      let title =
        whole.width(glyphs) + 2 <= size.width
        ? whole : CachePanel.heading(of: node, style: style, saysPlaces: false)
      return PanelSection(y: index == 0 ? 0 : place.lowerBound, title: title)
    }
  }

  /// The rows that each node has for its entries, its title row left out; of more nodes than find
  /// room the last ones are only counted, in the last row.
  func shownRows(height: Int) -> [Range<Int>] {
    guard nodes.count > 1 else { return [0..<height] }
    // A rule and a row for each, and a row to count the others in.
    let all = 2 * nodes.count - 1 <= height
    let count = all ? nodes.count : max(1, min(nodes.count, height / 2))
    var free = height - (count - 1) - (count < nodes.count ? 1 : 0)
    var rows: [Range<Int>] = []
    var y = 0
    for index in 0..<count {
      // A node that needs less leaves the rest to those after it.
      let share = free / (count - index)
      let needed = 1 + max(1, nodes[index].rows.count)
      let own = index == count - 1 ? free : min(max(1, share), max(1, min(needed, free)))
      rows.append(y..<max(y, min(height, y + own)))
      y += own + 1
      free -= own
    }
    return rows
  }

  /// Keys one after the other, where there is no row for each.
  func drawInline(_ node: Node, on frame: inout Frame, in rect: Rect) {
    let lines = CachePanel.inline(node, frame.glyphs)
      .wrapped(toWidth: rect.width, glyphs: frame.glyphs)
    for (row, line) in lines.prefix(rect.height).enumerated() {
      let isCut = row == rect.height - 1 && lines.count > rect.height
      let end = isCut ? StyledText(" \(frame.glyphs.ellipsis)", .dim) : StyledText()
      frame.putLine(line + end, in: rect.row(row))
    }
  }

  /// The keys in the order in which they would leave, the next one marked.
  static func inline(_ node: Node, _ glyphs: Glyphs) -> StyledText {
    var text = StyledText()
    for (index, row) in node.rows.enumerated() {
      if index > 0 { text.append(" ", .dim) }
      if row.isVictim { text.append("\(glyphs.arrowHeadRight)", .evicted) }
      if let glow = row.glow { text.append("\(glow.sign(glyphs))", glow.style) }
      text.append(row.key, row.glow?.style ?? (row.isVictim ? .evicted : .text))
    }
    return text
  }
}
