/// What a Unicode scalar does to the cursor of a terminal.
enum ScalarWidth {
  case narrow, wide, combining, hidden, control

  init(of scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0xA0 {
      self = value < 0x20 || value >= 0x7F ? .control : .narrow
    } else if Self.contains(value, WidthTables.hidden) {
      self = .hidden
    } else if value < 0x300 {
      self = .narrow
    } else if Self.isDrawing(value) {
      self = .narrow
    } else if Self.contains(value, WidthTables.combining) {
      self = .combining
    } else {
      self = Self.contains(value, WidthTables.wide) ? .wide : .narrow
    }
  }

  /// Lines, blocks and braille: what our own screens are full of.
  private static func isDrawing(_ value: UInt32) -> Bool {
    (0x2500...0x25FC).contains(value) || (0x2800...0x28FF).contains(value)
  }

  private static func contains(_ value: UInt32, _ ranges: WidthTables.Ranges) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if value < ranges[middle].first {
        high = middle
      } else if value > ranges[middle].last {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
