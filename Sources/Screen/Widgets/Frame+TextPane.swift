extension Frame {
  /// Lines of text in `rect`, the first of them line `scroll`.
  ///
  /// What lies below or above is announced in the last columns of the last or first row. Returns
  /// the line that really stands first: `scroll`, kept so that no row stays empty without need.
  ///
  /// - Parameter more: the word before the arrow down, such as the key that scrolls.
  @discardableResult
  public mutating func textPane(
    _ lines: [StyledText], in rect: Rect, scroll: Int = 0, more: String = "more"
  ) -> Int {
    let first = Self.clampedScroll(scroll, count: lines.count, height: rect.height)
    guard !rect.isEmpty else { return first }
    let hidden = lines.count - first - rect.height
    for row in 0..<min(rect.height, lines.count - first) {
      var place = rect.row(row)
      if row == rect.height - 1, hidden > 0 {
        note("\(more) \(glyphs.downArrow)", in: &place)
      } else if row == 0, first > 0 {
        note("\(glyphs.upArrow)", in: &place)
      }
      putLine(lines[first + row], in: place)
    }
    return first
  }

  /// The nearest first line to `scroll` at which `height` rows of `count` lines are full.
  public static func clampedScroll(_ scroll: Int, count: Int, height: Int) -> Int {
    min(max(0, scroll), max(0, count - max(0, height)))
  }

  /// Writes a note at the right end of `place` and cuts its columns off, unless it needs most.
  private mutating func note(_ text: String, in place: inout Rect) {
    let width = text.displayWidth(glyphs)
    let short = width * 2 > place.width ? String(text.suffix(1)) : text
    guard place.width > 1 else { return }
    let spot = place.takeRight(short.displayWidth(glyphs))
    put(short, at: spot.origin, style: .dim, maxWidth: spot.width)
    _ = place.takeRight(1)
  }
}
