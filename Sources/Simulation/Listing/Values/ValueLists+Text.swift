// How values are written.
//
// The same everywhere: f-strings, `str`, keys made of numbers, and the screen. A decimal has at
// most six places, rounded, without trailing zeros; a duration has the largest of s, ms and us
// that leaves something before the point. Text in a list stands in quotes, so that the list can
// be read back.

import CacheEngine

extension ValueLists {
  /// The value as a listing prints it.
  public func bytes(of value: Value, symbols: SymbolTable) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, to: &bytes, symbols: symbols)
    return bytes
  }

  func append(_ value: Value, to bytes: inout [UInt8], symbols: SymbolTable) {
    switch value {
    case .none: bytes.append(contentsOf: "None".utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "True" : "False").utf8)
    case .number(let number): bytes.append(contentsOf: "\(number)".utf8)
    case .decimal(let decimal): bytes.append(contentsOf: decimal.listingText.utf8)
    case .text(let symbol):
      symbols.withBytes(of: symbol) { bytes.append(contentsOf: $0) }
    case .duration(let microseconds):
      bytes.append(contentsOf: Value.text(ofDuration: microseconds).utf8)
    case .list:
      bytes.append(UInt8(ascii: "["))
      for (position, element) in elements(of: value).enumerated() {
        if position > 0 { bytes.append(contentsOf: ", ".utf8) }
        if case .text(let symbol) = element {
          appendQuoted(symbol, to: &bytes, symbols: symbols)
        } else {
          append(element, to: &bytes, symbols: symbols)
        }
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }

  private func appendQuoted(_ symbol: Symbol, to bytes: inout [UInt8], symbols: SymbolTable) {
    bytes.append(UInt8(ascii: "\""))
    symbols.withBytes(of: symbol) { content in
      for byte in content {
        switch byte {
        case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
        case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
        case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension Value {
  /// A duration of so many microseconds as a listing writes it: `60s`, `1.5s`, `100ms`, `20us`.
  public static func text(ofDuration microseconds: Int64) -> String {
    let (unit, name): (UInt64, String) =
      switch microseconds.magnitude {
      case 0: (1_000_000, "s")
      case ..<1_000: (1, "us")
      case ..<1_000_000: (1_000, "ms")
      default: (1_000_000, "s")
      }
    let whole = microseconds.magnitude / unit
    let rest = microseconds.magnitude % unit
    let places = Double.places(rest, of: unit)
    return "\(microseconds < 0 ? "-" : "")\(whole)\(places)\(name)"
  }
}

extension Double {
  /// The number with at most six places; with a power of ten beyond 10¹⁵.
  var listingText: String {
    let sign = self < 0 ? "-" : ""
    guard magnitude >= 1e15 else {
      let scaled = UInt64((magnitude * 1_000_000).roundedToWhole)
      guard scaled > 0 else { return "0.0" }
      let places = Double.places(scaled % 1_000_000, of: 1_000_000)
      return "\(sign)\(scaled / 1_000_000)\(places.isEmpty ? ".0" : places)"
    }
    var mantissa = magnitude
    var exponent = 0
    while mantissa >= 10 {
      mantissa /= 10
      exponent += 1
    }
    return "\(sign)\(mantissa.listingText)e\(exponent)"
  }

  /// `rest` ÷ `unit` as decimal places without trailing zeros: `.5`, or nothing.
  ///
  /// - Precondition: `unit` is a power of ten.
  fileprivate static func places(_ rest: UInt64, of unit: UInt64) -> String {
    guard rest > 0 else { return "" }
    var digits = ""
    var rest = rest
    var unit = unit
    while rest > 0 {
      unit /= 10
      digits += "\(rest / unit)"
      rest %= unit
    }
    return "." + digits
  }
}
