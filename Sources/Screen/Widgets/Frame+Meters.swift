extension Frame {
  /// A horizontal bar that fills `rect`'s first row to `part` ÷ `whole`, in eighths of a column.
  ///
  /// A part that is not 0 shows at least its first eighth, and one that is not the whole is not
  /// drawn full.
  public mutating func gauge(
    _ part: Int, of whole: Int, in rect: Rect, style: Style = .bar, emptyStyle: Style = .barEmpty,
    empty: Character = " "
  ) {
    guard rect.height > 0, rect.width > 0 else { return }
    let total = rect.width * 8
    var filled = 0
    if whole > 0 {
      let share = Double(min(max(0, part), whole)) / Double(whole)
      filled = Int(share * Double(total))
      if part > 0 { filled = max(1, filled) }
      if part < whole { filled = min(total - 1, filled) }
    }
    for column in 0..<rect.width {
      let eighths = min(8, max(0, filled - column * 8))
      let character =
        eighths == 8 ? glyphs.fullBlock : eighths == 0 ? empty : glyphs.eighths[eighths]
      set(
        Cell(character, style: eighths == 0 ? emptyStyle : style),
        at: rect.origin.moved(dx: column))
    }
  }

  /// The last values that fit, one column each, as heights of `rect`, the newest on the right.
  ///
  /// `maximum` is the value of the full height; without one the largest value shown is. A value
  /// above 0 shows at least an eighth.
  public mutating func sparkline(
    _ values: [Int], in rect: Rect, maximum: Int? = nil, style: Style = .bar
  ) {
    guard !rect.isEmpty else { return }
    let shown = values.suffix(rect.width)
    let top = max(1, maximum ?? shown.max() ?? 1)
    let steps = rect.height * 8
    for (column, value) in shown.enumerated() {
      let share = Double(min(max(0, value), top)) / Double(top)
      let height = value > 0 ? max(1, Int((share * Double(steps)).rounded())) : 0
      for row in 0..<rect.height {
        let level = min(8, height - (rect.height - 1 - row) * 8)
        guard level > 0 else { continue }
        let point = rect.origin.moved(dx: rect.width - shown.count + column, dy: row)
        set(Cell(glyphs.levels[level - 1], style: style), at: point)
      }
    }
  }

  /// As many full blocks as `count`, at most the width of `rect`; a number belongs beside it.
  public mutating func blocks(_ count: Int, in rect: Rect, style: Style = .bar) {
    let (taken, _) = rect.split(left: count)
    fill(taken.row(0), with: glyphs.fullBlock, style: style)
  }
}
