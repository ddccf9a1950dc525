// A finer grid than cells: each cell holds 2 × 4 dots, so that a ring of servers looks round.
// Dots are nearly square on most terminals, where a cell is about twice as high as wide.

/// A picture of dots that ends up as braille characters.
public struct BrailleCanvas: Hashable, Sendable {
  /// In cells.
  public let size: Size
  private var dots: [UInt8]
  private var styles: [Style]

  public init(size: Size) {
    self.size = size
    dots = Array(repeating: 0, count: size.width * size.height)
    styles = Array(repeating: .normal, count: dots.count)
  }

  /// In dots: twice the columns, four times the rows.
  public var dotSize: Size { Size(width: size.width * 2, height: size.height * 4) }

  /// Sets one dot, and its cell takes the style; outside nothing happens.
  public mutating func dot(_ x: Int, _ y: Int, style: Style = .accent) {
    guard x >= 0, y >= 0, x < dotSize.width, y < dotSize.height else { return }
    let index = y / 4 * size.width + x / 2
    dots[index] |= Self.bits[y % 4 * 2 + x % 2]
    styles[index] = style
  }

  /// A straight line of dots (Bresenham), both ends included.
  ///
  /// Lines far outside are cut off at twice the canvas before they are walked.
  public mutating func line(
    from start: (x: Int, y: Int), to end: (x: Int, y: Int), style: Style = .accent
  ) {
    let limit = 4 * max(1, dotSize.width, dotSize.height)
    func near(_ value: Int) -> Int { min(max(-limit, value), limit) }
    var (x, y) = (near(start.x), near(start.y))
    let (endX, endY) = (near(end.x), near(end.y))
    let (dx, dy) = (abs(endX - x), -abs(endY - y))
    var error = dx + dy
    while true {
      dot(x, y, style: style)
      if x == endX, y == endY { return }
      let doubled = 2 * error
      if doubled >= dy {
        error += dy
        x += x < endX ? 1 : -1
      }
      if doubled <= dx {
        error += dx
        y += y < endY ? 1 : -1
      }
    }
  }

  /// A circle of dots around a dot (the midpoint algorithm).
  public mutating func circle(
    around centre: (x: Int, y: Int), radius: Int, style: Style = .accent
  ) {
    guard radius > 0, radius <= 4 * max(1, dotSize.width, dotSize.height) else {
      if radius == 0 { dot(centre.x, centre.y, style: style) }
      return
    }
    var (x, y, error) = (radius, 0, 1 - radius)
    while x >= y {
      for (dx, dy) in [(x, y), (y, x)] {
        for (signX, signY) in [(1, 1), (1, -1), (-1, 1), (-1, -1)] {
          dot(centre.x + signX * dx, centre.y + signY * dy, style: style)
        }
      }
      y += 1
      if error < 0 {
        error += 2 * y + 1
      } else {
        x -= 1
        error += 2 * (y - x) + 1
      }
    }
  }

  /// The pattern and the style of a cell that has dots.
  func cell(x: Int, y: Int) -> (dots: UInt8, style: Style)? {
    let index = y * size.width + x
    return dots[index] == 0 ? nil : (dots[index], styles[index])
  }

  /// Bits by row and column of the dot, as Unicode numbers them.
  private static let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
}

extension Frame {
  /// Puts the dots of a canvas over what is there; cells without dots stay.
  public mutating func draw(_ canvas: BrailleCanvas, in rect: Rect) {
    for y in 0..<min(canvas.size.height, rect.height) {
      for x in 0..<min(canvas.size.width, rect.width) {
        guard let (dots, style) = canvas.cell(x: x, y: y) else { continue }
        set(Cell(glyphs.braille(dots), style: style), at: rect.origin.moved(dx: x, dy: y))
      }
    }
  }
}
