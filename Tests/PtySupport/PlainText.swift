/// The text in what a program has written to its terminal, in the order of writing.
///
/// Moves of the cursor become line breaks: enough to find a word, not to see the screen. It reads
/// on where it stopped, so that a long wait looks at each byte once.
struct PlainText {
  private(set) var bytes: [UInt8] = []
  private var place = Place.text

  /// Where in an escape sequence the next byte stands.
  private enum Place {
    case text, escape, control, command, charset
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ written: some Sequence<UInt8>) {
    for byte in written { append(byte) }
  }

  private mutating func append(_ byte: UInt8) {
    switch place {
    case .text:
      if byte == 0x1B {
        place = .escape
      } else if byte >= 0x20 || byte == 0x0A {
        bytes.append(byte)
      }
    case .escape:
      switch byte {
      case UInt8(ascii: "["): place = .control
      case UInt8(ascii: "]"): place = .command
      case UInt8(ascii: "("), UInt8(ascii: ")"): place = .charset
      default: place = .text
      }
    case .control:
      guard (0x40...0x7E).contains(byte) else { return }
      if byte != UInt8(ascii: "m") { bytes.append(0x0A) }
      place = .text
    case .command:
      if byte == 0x07 || byte == 0x1B { place = byte == 0x07 ? .text : .escape }
    case .charset:
      place = .text
    }
  }
}
