/// What stands on the screen for characters that must not or cannot stand there themselves.
enum Replacement {
  /// A control character as its picture (`␛`), anything else invisible as its number (`<202E>`).
  static func picture(of scalar: Unicode.Scalar, _ glyphs: Glyphs) -> String {
    let value = scalar.value
    if value < 0x20 || value == 0x7F {
      guard glyphs == .unicode else { return "\\x" + hexadecimal(value, digits: 2).lowercased() }
      let picture = Unicode.Scalar(value == 0x7F ? 0x2421 : 0x2400 + value)
      return picture.map { String(Character($0)) } ?? "?"
    }
    return "<" + hexadecimal(value, digits: 4) + ">"
  }

  /// The nearest ASCII for a character that the terminal cannot show.
  ///
  /// An unknown character becomes as many question marks as it is wide.
  static func ascii(for scalar: Unicode.Scalar, width: Int8) -> String {
    if let known = asciiSpellings[scalar] { return known }
    switch scalar.value {
    case 0x2500...0x257F: return lines(scalar)
    case 0x2580...0x259F: return "#"
    case 0x2801...0x28FF: return ":"
    case 0x2800: return " "
    default: return String(repeating: "?", count: Int(width))
    }
  }

  private static func lines(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "─", "━", "═", "╌", "┄": "-"
    case "│", "┃", "║", "╎", "┆": "|"
    default: "+"
    }
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let number = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - number.count)) + number
  }

  private static let asciiSpellings: [Unicode.Scalar: String] = [
    "\u{A0}": " ", "…": "...", "–": "-", "—": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"",
    "«": "<<", "»": ">>", "‹": "<", "›": ">", "•": "*", "·": ".", "●": "*", "○": "o", "◌": "o",
    "✓": "+", "✗": "x", "×": "x", "÷": "/", "−": "-", "±": "+-", "≤": "<=", "≥": ">=", "≠": "!=",
    "≈": "~", "←": "<-", "→": "->", "↑": "^", "↓": "v", "⇒": "=>", "▶": ">", "▸": ">", "◀": "<",
    "▲": "^", "▼": "v", "⏸": "||", "‖": "|", "░": ".", "▒": ":", "▓": "#", "µ": "u", "μ": "u",
    "∞": "inf", "√": "sqrt", "°": "deg", "²": "^2", "³": "^3", "½": "1/2", "¼": "1/4", "€": "EUR",
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "é": "e",
    "è": "e", "à": "a", "á": "a", "í": "i", "ó": "o", "ú": "u", "ñ": "n", "ç": "c",
    "✔": "+", "✘": "x", "★": "*", "☆": "*", "⠿": "#", "␛": "^[",
  ]
}
