/// Writes words so that reading them gives the same bytes again.
public enum CommandQuoting {
  /// The word as it can be typed: bare where possible, else in quotes with escapes.
  public static func word(_ bytes: [UInt8]) -> String {
    guard let text = String(validating: bytes, as: UTF8.self), isBare(text) else {
      return quoted(bytes)
    }
    return text
  }

  private static func isBare(_ text: String) -> Bool {
    guard !text.isEmpty, !text.hasPrefix("#"), !text.hasSuffix("&") else { return false }
    return text.allSatisfy { character in
      !character.isWhitespace && character != "\"" && character != ";" && isShown(character)
    }
  }

  private static func quoted(_ bytes: [UInt8]) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return "\"" + bytes.map { escape(byte: $0) }.joined() + "\""
    }
    return "\"" + text.map { escape($0) }.joined() + "\""
  }

  private static func escape(_ character: Character) -> String {
    switch character {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case "\r": "\\r"
    default:
      isShown(character)
        ? String(character) : character.utf8.map { escape(byte: $0) }.joined()
    }
  }

  private static func escape(byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case 0x20...0x7E: return String(UnicodeScalar(byte))
    default:
      let digits = String(byte, radix: 16)
      return "\\x" + (digits.utf8.count == 1 ? "0" + digits : digits)
    }
  }

  /// Whether a character can stand in a session file as it is: no control characters, and none
  /// that turn the direction of writing or break a line.
  private static func isShown(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
      default: true
      }
    }
  }
}
