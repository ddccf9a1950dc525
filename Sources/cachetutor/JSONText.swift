/// JSON as text, written in the order in which it is given.
enum JSONText {
  indirect enum Value {
    case text(String)
    case number(Int64)
    case ratio(Double)
    case flag(Bool)
    case list([Value])
    case object([(String, Value)])
    case nothing
  }

  static func of(_ value: Value) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .number(let number): "\(number)"
    case .ratio(let ratio): ratio.isFinite ? "\(ratio)" : "null"
    case .flag(let flag): flag ? "true" : "false"
    case .list(let values): "[" + values.map(of).joined(separator: ",") + "]"
    case .object(let fields):
      "{" + fields.map { quoted($0.0) + ":" + of($0.1) }.joined(separator: ",") + "}"
    case .nothing: "null"
    }
  }

  /// RFC 8259: quotation mark, reverse solidus and control characters are escaped; so is whatever
  /// a terminal could take for a command.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        let isHidden =
          scalar.properties.generalCategory == .format || scalar.value < 32
          || (0x7F...0x9F).contains(scalar.value)
        if isHidden { result += escape(scalar) } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
