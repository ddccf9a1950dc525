import Screen

// Sine and cosine without a mathematics library: 64 steps of a quarter circle are plenty for a
// picture of dots, and the same on every machine.

/// A circle of dots in a rectangle of cells; where rows are scarce it is stretched to an ellipse.
struct RingGeometry {
  let rect: Rect
  let radiusX: Int
  let radiusY: Int

  /// Columns that stay free on either side, for labels.
  static let margin = 6
  /// From so many rows on there is a circle, and room inside of it.
  static let roundRows = 12

  init(_ rect: Rect) {
    self.rect = rect
    // A dot is half a cell wide and a quarter of a cell high; a row above and below is for labels.
    let (high, wide) = (max(2, rect.height * 2 - 5), max(2, rect.width - 2 * RingGeometry.margin))
    if rect.height >= RingGeometry.roundRows {
      radiusX = min(high, wide)
      radiusY = radiusX
    } else {
      radiusX = min(3 * high, wide)
      radiusY = high
    }
  }

  /// The columns that a rectangle of so many rows can use.
  static func columns(rows: Int) -> Int {
    let high = max(2, rows * 2 - 5)
    return (rows >= roundRows ? high : 3 * high) + 2 * margin
  }

  /// How many dots the circle is drawn with.
  var steps: Int { 7 * max(radiusX, radiusY) }

  func hash(ofStep step: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: UInt64(step) * (1 << 32) / UInt64(max(1, steps)))
  }

  /// The step that is nearest to a position.
  func step(of hash: UInt32) -> Int {
    Int((UInt64(hash) * UInt64(steps) + 1 << 31) >> 32) % max(1, steps)
  }

  /// The dot at a position, so many dots inside of the line: 0 is the top, clockwise.
  func dot(at hash: UInt32, inset: Int = 0) -> (x: Int, y: Int) {
    let (sine, cosine) = RingGeometry.direction(hash)
    let x = Double(rect.width) + sine * Double(max(0, radiusX - inset))
    let y = Double(rect.height) * 2 - cosine * Double(max(0, radiusY - inset))
    return (Int(x + 0.5), Int(y + 0.5))
  }

  /// The cell at a position, counted from the corner of the rectangle.
  func cell(at hash: UInt32, inset: Int = 0) -> Point {
    let spot = dot(at: hash, inset: inset)
    return Point(
      x: min(max(0, spot.x / 2), max(0, rect.width - 1)),
      y: min(max(0, spot.y / 4), max(0, rect.height - 1)))
  }

  /// Whether a cell lies beyond the line, seen from the middle.
  func isOutside(_ cell: Point) -> Bool {
    let x = Double(2 * cell.x + 1 - rect.width) / Double(max(1, radiusX))
    let y = Double(4 * cell.y + 2 - 2 * rect.height) / Double(max(1, radiusY))
    return x * x + y * y > 1
  }

  /// What is free inside of the line, and inside of `depth` dots of it.
  func inside(depth: Int) -> Rect {
    // Three rows of an ellipse; of a circle a box that is wider than it is high.
    let isRound = rect.height >= RingGeometry.roundRows
    let (wide, high) = (max(0, radiusX - depth), max(0, radiusY - depth))
    return rect.centred(
      Size(
        width: max(0, (isRound ? wide * 8 / 10 : wide * 3 / 4) - 1),
        height: isRound ? max(3, high * 6 / 20) : min(3, rect.height)))
  }

  /// Sine and cosine of a position on the circle.
  static func direction(_ hash: UInt32) -> (sine: Double, cosine: Double) {
    let quarter = Int(hash >> 30)
    let part = Double(hash & 0x3FFF_FFFF) / Double(1 << 30)
    let angle = part * 1.570_796_326_794_896_6
    let (sine, cosine) = (sine(angle), sine(1.570_796_326_794_896_6 - angle))
    switch quarter {
    case 0: return (sine, cosine)
    case 1: return (cosine, -sine)
    case 2: return (-sine, -cosine)
    default: return (-cosine, sine)
    }
  }

  /// The Taylor series, good to nine digits between 0 and a quarter turn.
  private static func sine(_ angle: Double) -> Double {
    let square = angle * angle
    return angle
      * (1 - square / 6
        * (1 - square / 20 * (1 - square / 42 * (1 - square / 72 * (1 - square / 110)))))
  }
}
