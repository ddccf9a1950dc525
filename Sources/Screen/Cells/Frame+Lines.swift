// Lines join where they meet: a line remembers nothing, the cell that it meets says in which
// directions lines leave it already, and the new directions are added.
//
//      ─────        ─────        ──┬──
//               +     │     =      │
//
// A line that ends on another line adds only the direction it comes from; one that ends beside
// another line that comes towards it goes on into it. So draw the rules first, then the lines that
// start and end on them.

extension Frame {
  /// Draws `length` cells to the right of `point`, joining border lines that are there.
  public mutating func horizontalLine(at point: Point, length: Int, style: Style = .border) {
    guard length > 0 else { return }
    for offset in 0..<min(length, max(0, size.width - point.x)) {
      var open: LineEnds = []
      let place = point.moved(dx: offset)
      if offset > 0 || hasLine(.right, at: place.moved(dx: -1), style) { open.insert(.left) }
      if offset < length - 1 || hasLine(.left, at: place.moved(dx: 1), style) {
        open.insert(.right)
      }
      join(open, else: [.left, .right], at: place, style: style)
    }
  }

  /// Draws `length` cells down from `point`, joining border lines that are there.
  public mutating func verticalLine(at point: Point, length: Int, style: Style = .border) {
    guard length > 0 else { return }
    for offset in 0..<min(length, max(0, size.height - point.y)) {
      var open: LineEnds = []
      let place = point.moved(dy: offset)
      if offset > 0 || hasLine(.down, at: place.moved(dy: -1), style) { open.insert(.up) }
      if offset < length - 1 || hasLine(.up, at: place.moved(dy: 1), style) {
        open.insert(.down)
      }
      join(open, else: [.up, .down], at: place, style: style)
    }
  }

  /// Draws a box on the edge of `rect`; a single row or column becomes a line.
  public mutating func outline(_ rect: Rect, style: Style = .border) {
    guard rect.width > 1, rect.height > 1 else {
      horizontalLine(at: rect.origin, length: rect.height == 0 ? 0 : rect.width, style: style)
      if rect.width == 1 { verticalLine(at: rect.origin, length: rect.height, style: style) }
      return
    }
    let right = rect.endX - 1
    let bottom = rect.endY - 1
    for y in [rect.y, bottom] {
      horizontalLine(at: Point(x: rect.x + 1, y: y), length: rect.width - 2, style: style)
    }
    for x in [rect.x, right] {
      verticalLine(at: Point(x: x, y: rect.y + 1), length: rect.height - 2, style: style)
    }
    let corners: [(Int, Int, LineEnds)] = [
      (rect.x, rect.y, [.right, .down]), (right, rect.y, [.left, .down]),
      (rect.x, bottom, [.right, .up]), (right, bottom, [.left, .up]),
    ]
    for (x, y, ends) in corners { join(ends, else: ends, at: Point(x: x, y: y), style: style) }
  }

  /// Draws the axes of a picture: `height` cells up from a corner, `width` cells to its right.
  public mutating func axes(corner: Point, height: Int, width: Int, style: Style = .border) {
    verticalLine(at: corner.moved(dy: -height), length: height, style: style)
    horizontalLine(at: corner.moved(dx: 1), length: width, style: style)
    join([.up, .right], else: [.up, .right], at: corner, style: style)
  }

  private func hasLine(_ end: LineEnds, at point: Point, _ style: Style) -> Bool {
    guard let cell = self[point], cell.style.role == style.role else { return false }
    return LineEnds(of: cell.base).contains(end)
  }

  private mutating func join(
    _ ends: LineEnds, else alone: LineEnds, at point: Point, style: Style
  ) {
    guard let cell = self[point] else { return }
    let there = cell.style.role == style.role ? LineEnds(of: cell.base) : []
    let all = there.isEmpty ? alone : there.union(ends)
    set(Cell(unchecked: all.glyph(glyphs), width: 1, style: style), at: point)
  }
}

/// The directions in which lines leave a cell.
struct LineEnds: OptionSet {
  let rawValue: Int

  static let up = LineEnds(rawValue: 1)
  static let right = LineEnds(rawValue: 2)
  static let down = LineEnds(rawValue: 4)
  static let left = LineEnds(rawValue: 8)

  init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Those of a line glyph of either set; none for any other character.
  init(of scalar: Unicode.Scalar) {
    switch scalar {
    case "-", "─": self = [.left, .right]
    case "|", "│": self = [.up, .down]
    case "+": self = [.up, .down, .left, .right]
    case " ": self = []
    default: self.init(rawValue: Self.unicode.lastIndex(of: scalar) ?? 0)
    }
  }

  func glyph(_ glyphs: Glyphs) -> Unicode.Scalar {
    if glyphs == .unicode { return Self.unicode[rawValue] }
    if isSubset(of: [.left, .right]) { return "-" }
    return isSubset(of: [.up, .down]) ? "|" : "+"
  }

  /// By the bits; where a glyph stands for several, the last has all of its directions.
  private static let unicode: [Unicode.Scalar] = [
    " ", "│", "─", "└", "│", "│", "┌", "├", "─", "┘", "─", "┴", "┐", "┤", "┬", "┼",
  ]
}
