extension Frame {
  /// Keys and their labels in one row, the most important first; those without room are left out.
  ///
  /// Four blanks part them, or two where four do not fit. Returns the columns of each entry drawn,
  /// for a mouse to find them.
  @discardableResult
  public mutating func legend(_ entries: [LegendEntry], in rect: Rect) -> [Range<Int>] {
    guard rect.height > 0 else { return [] }
    let widths = entries.map { $0.key.displayWidth(glyphs) + 1 + $0.label.displayWidth(glyphs) }
    let roomy = widths.reduce(0, +) + 4 * max(0, widths.count - 1)
    let gap = roomy <= rect.width ? 4 : 2
    var columns: [Range<Int>] = []
    var x = rect.x
    for (entry, width) in zip(entries, widths) {
      if !columns.isEmpty { x += gap }
      guard x + width <= rect.endX else { break }
      let line = StyledText([.init(entry.key, .key), .init(" " + entry.label, .label)])
      put(line, at: Point(x: x, y: rect.y), maxWidth: rect.endX - x)
      columns.append(x..<(x + width))
      x += width
    }
    return columns
  }
}
