/// Bytes made safe to show: quotation marks and escapes as `redis-cli` writes them.
public enum Quoting {
  /// The bytes in double quotes; what is not printable ASCII becomes an escape such as `\n` or `\x1b`.
  public static func quoted(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = [quote]
    for byte in bytes { append(byte, to: &text) }
    text.append(quote)
    return String(decoding: text, as: UTF8.self)
  }

  /// The text as it is, but for control characters, which become escapes.
  public static func withoutControls(_ text: String) -> String {
    guard text.utf8.contains(where: isControl) else { return text }
    var safe: [UInt8] = []
    for byte in text.utf8 {
      if isControl(byte) { append(byte, to: &safe) } else { safe.append(byte) }
    }
    return String(decoding: safe, as: UTF8.self)
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
  private static let digits = Array("0123456789abcdef".utf8)

  private static func append(_ byte: UInt8, to text: inout [UInt8]) {
    switch byte {
    case quote, backslash: text += [backslash, byte]
    case 0x0A: text += [backslash, UInt8(ascii: "n")]
    case 0x0D: text += [backslash, UInt8(ascii: "r")]
    case 0x09: text += [backslash, UInt8(ascii: "t")]
    case 0x07: text += [backslash, UInt8(ascii: "a")]
    case 0x08: text += [backslash, UInt8(ascii: "b")]
    case 0x20...0x7E: text.append(byte)
    default:
      text += [backslash, UInt8(ascii: "x"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
