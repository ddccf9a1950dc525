// Frames as a terminal would be sent them, for recordings that other programs play.
//
// The live screen does not go this way: curses knows the terminal that it paints. A recording knows
// none, so it is written for what every player understands: ECMA-48 with 256 colours.

extension Frame {
  /// The control sequences that turn `earlier` into this frame; the whole page without one.
  ///
  /// O(cells). What stands in a cell is never a control character, so nothing else gets in.
  public func escapes(after earlier: Frame? = nil, theme: Theme) -> String {
    var text = ""
    let isWhole = earlier == nil || earlier?.size != size
    if isWhole { text += "\u{1B}[0m\u{1B}[2J" }
    for y in 0..<size.height {
      for stretch in stretches(row: y, after: isWhole ? nil : earlier) {
        text += "\u{1B}[\(y + 1);\(stretch.lowerBound + 1)H"
        text += painted(row: y, stretch, theme)
      }
    }
    guard isWhole || !text.isEmpty || cursor != earlier?.cursor else { return "" }
    guard let cursor else { return text + "\u{1B}[?25l" }
    return text + "\u{1B}[\(cursor.y + 1);\(cursor.x + 1)H\u{1B}[?25h"
  }

  /// The columns of a row that differ, joined where little lies between them.
  private func stretches(row y: Int, after earlier: Frame?) -> [Range<Int>] {
    guard let earlier else { return size.width > 0 ? [0..<size.width] : [] }
    var found: [Range<Int>] = []
    for x in 0..<size.width where cells[y * size.width + x] != earlier.cells[y * size.width + x] {
      if let last = found.last, x - last.upperBound < Frame.smallGap {
        found[found.count - 1] = last.lowerBound..<(x + 1)
      } else {
        found.append(x..<(x + 1))
      }
    }
    return found.map { whole($0, row: y) }
  }

  /// To go there costs about as much as to write these cells again.
  private static let smallGap = 8

  /// The stretch with no wide character cut in two.
  private func whole(_ stretch: Range<Int>, row y: Int) -> Range<Int> {
    var start = stretch.lowerBound
    var end = stretch.upperBound
    while start > 0, cells[y * size.width + start].width == 0 { start -= 1 }
    while end < size.width, cells[y * size.width + end].width == 0 { end += 1 }
    return start..<end
  }

  /// The rows in their colours, one below the other: for a terminal that writes on.
  public func rows(theme: Theme) -> [String] {
    (0..<size.height).map { painted(row: $0, 0..<size.width, theme) }
  }

  private func painted(row y: Int, _ stretch: Range<Int>, _ theme: Theme) -> String {
    var text = ""
    var style: Style?
    for x in stretch {
      let cell = cells[y * size.width + x]
      guard cell.width > 0 else { continue }
      if cell.style != style {
        text += theme.attributes(of: cell.style).escapes
        style = cell.style
      }
      text.append(cell.character)
    }
    return text + "\u{1B}[0m"
  }
}

extension Attributes {
  /// Select Graphic Rendition (ECMA-48, 8.3.117), from a clean start.
  var escapes: String {
    var codes = ["0"]
    if flags.contains(.bold) { codes.append("1") }
    if flags.contains(.dim) { codes.append("2") }
    if flags.contains(.underline) { codes.append("4") }
    if flags.contains(.reverse) { codes.append("7") }
    if let foreground { codes.append("38;5;\(foreground.index)") }
    if let background { codes.append("48;5;\(background.index)") }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }
}
