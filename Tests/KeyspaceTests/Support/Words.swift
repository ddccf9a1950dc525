/// Splits a line as `redis-cli` does: spaces, "double quotes" with escapes, 'single quotes'.
enum Words {
  static func split(_ line: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var rest = Array(line.utf8)[...]
    while true {
      rest = rest.drop { $0 == space }
      guard let first = rest.first else { return words }
      switch first {
      case doubleQuote: words.append(quoted(&rest))
      case singleQuote: words.append(literal(&rest))
      default:
        let word = rest.prefix { $0 != space }
        words.append(Array(word))
        rest = rest.dropFirst(word.count)
      }
    }
  }

  private static let space = UInt8(ascii: " ")
  private static let doubleQuote = UInt8(ascii: "\"")
  private static let singleQuote = UInt8(ascii: "'")
  private static let backslash = UInt8(ascii: "\\")

  private static func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    var word: [UInt8] = []
    rest = rest.dropFirst()
    while let byte = rest.popFirst(), byte != doubleQuote {
      guard byte == backslash, let escaped = rest.popFirst() else {
        word.append(byte)
        continue
      }
      switch escaped {
      case UInt8(ascii: "n"): word.append(0x0A)
      case UInt8(ascii: "r"): word.append(0x0D)
      case UInt8(ascii: "t"): word.append(0x09)
      case UInt8(ascii: "a"): word.append(0x07)
      case UInt8(ascii: "b"): word.append(0x08)
      case UInt8(ascii: "x"):
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        word.append(UInt8(digits, radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      default: word.append(escaped)
      }
    }
    return word
  }

  private static func literal(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    var word: [UInt8] = []
    rest = rest.dropFirst()
    while let byte = rest.popFirst(), byte != singleQuote {
      if byte == backslash, rest.first == singleQuote {
        word.append(singleQuote)
        rest = rest.dropFirst()
      } else {
        word.append(byte)
      }
    }
    return word
  }
}
