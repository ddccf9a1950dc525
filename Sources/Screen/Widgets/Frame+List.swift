extension Frame {
  /// A list of lines with a mark before the selected one, which is always in view.
  ///
  /// The selected line has a mark and the selection style, so that it is seen without colour.
  /// Returns the item in the first row.
  @discardableResult
  public mutating func list(_ items: [StyledText], selected: Int?, in rect: Rect) -> Int {
    let height = rect.height
    var first = 0
    if let selected, selected >= height { first = selected - height + 1 }
    first = Self.clampedScroll(first, count: items.count, height: height)
    for row in 0..<max(0, min(height, items.count - first)) {
      let place = rect.row(row)
      let isSelected = first + row == selected
      let item = isSelected ? items[first + row].styled(.selection) : items[first + row]
      if isSelected { fill(place, style: .selection) }
      let mark = isSelected ? "\(glyphs.arrowHeadRight) " : "  "
      let style: Style = isSelected ? .selection : .normal
      let used = put(mark, at: place.origin, style: style, maxWidth: place.width)
      putLine(item, in: place.inset(left: used))
    }
    return first
  }
}
