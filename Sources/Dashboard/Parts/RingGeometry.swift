import Screen

// Sine and cosine without a mathematics library: 64 steps of a quarter circle are plenty for a
// picture of dots, and the same on every machine.

/// A circle of dots in a rectangle of cells.
struct RingGeometry {
  private let rect: Rect
  let radius: Int

  init(_ rect: Rect) {
    self.rect = rect
    // A dot is half a cell wide and a quarter of a cell high; six dots stay free for letters.
    radius = max(2, min(rect.width * 2, rect.height * 4) / 2 - 5)
  }

  /// How many dots the circle is drawn with.
  var steps: Int { radius * 8 }

  func hash(ofStep step: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: UInt64(step) * (1 << 32) / UInt64(max(1, steps)))
  }

  /// The dot at a position: 0 is the top, clockwise.
  func dot(at hash: UInt32, radius: Int) -> (x: Int, y: Int) {
    let (sine, cosine) = RingGeometry.direction(hash)
    let x = Double(rect.width) + sine * Double(radius)
    let y = Double(rect.height) * 2 - cosine * Double(radius)
    return (Int(x.rounded()), Int(y.rounded()))
  }

  /// The cell at a position, on the screen.
  func cell(at hash: UInt32, radius: Int) -> Point {
    let spot = dot(at: hash, radius: max(0, radius))
    let x = min(max(0, spot.x / 2), max(0, rect.width - 1))
    let y = min(max(0, spot.y / 4), max(0, rect.height - 1))
    return Point(x: rect.x + x, y: rect.y + y)
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

/// Who owns which stretch: the first point at or after a position, past the top the very first.
struct RingOwners {
  private let points: [RingPanel.Point]

  init(_ points: [RingPanel.Point]) {
    self.points = points.sorted { ($0.hash, $0.node) < ($1.hash, $1.node) }
  }

  func owner(of hash: UInt32) -> Int {
    var low = 0
    var high = points.count
    while low < high {
      let middle = (low + high) / 2
      if points[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return points.isEmpty ? 0 : points[low == points.count ? 0 : low].node
  }
}
