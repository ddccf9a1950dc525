/// The text in what a program has written to its terminal, in the order of writing.
///
/// Moves of the cursor become line breaks: enough to find a word, not to see the screen.
enum PlainText {
  static func strip(_ bytes: ArraySlice<UInt8>) -> String {
    var plain: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == 0x1B else {
        if byte >= 0x20 || byte == 0x0A { plain.append(byte) }
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "["):
        let final = rest.drop { !(0x40...0x7E).contains($0) }.first
        rest = rest.drop { !(0x40...0x7E).contains($0) }.dropFirst()
        if let final, final != UInt8(ascii: "m") { plain.append(0x0A) }
      case UInt8(ascii: "]"):
        rest = rest.drop { $0 != 0x07 && $0 != 0x1B }.dropFirst()
      case UInt8(ascii: "("), UInt8(ascii: ")"):
        rest = rest.dropFirst()
      default:
        break
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
