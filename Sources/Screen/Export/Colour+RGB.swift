extension Colour {
  /// What the colour looks like where nobody has changed the palette: red, green, blue, 0 to 255.
  ///
  /// The first 16 are xterm's own; then the cube with its steps 0, 95, 135, 175, 215, 255; then the
  /// greys from 8 to 238.
  public var rgb: (red: UInt8, green: UInt8, blue: UInt8) {
    switch index {
    case 0..<16:
      let value = Colour.basics[Int(index)]
      return (UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    case 16..<232:
      let place = Int(index) - 16
      return (Colour.step(place / 36), Colour.step(place / 6 % 6), Colour.step(place % 6))
    default:
      let grey = 8 + (index - 232) * 10
      return (grey, grey, grey)
    }
  }

  /// As style sheets write it: `#5fd7ff`.
  public var hexadecimal: String {
    let (red, green, blue) = rgb
    return "#"
      + [red, green, blue].map { value in
        let digits = String(value, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
      }.joined()
  }

  private static let basics: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  private static func step(_ level: Int) -> UInt8 {
    level == 0 ? 0 : UInt8(55 + 40 * level)
  }
}
