/// Numbers, shares and durations as lessons write them.
public enum Quantity {
  /// `200`, `0.75`, `-1`; nothing else that a number could be called.
  public static func number(_ text: String) -> Double? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, digits.utf8.count <= 18,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } })
    else { return nil }
    return Double(text)
  }

  /// `5%`, `5 %`, `12.5 %` as a share: 0.05, 0.05, 0.125.
  public static func percent(_ text: String) -> Double? {
    guard text.hasSuffix("%") else { return nil }
    return number(text.dropLast().trimmed).map { $0 / 100 }
  }

  /// `500us`, `100ms`, `1.5s`, `10m`, `1h`, `1d` in microseconds; a blank before the unit is fine,
  /// and 0 needs no unit.
  public static func duration(_ text: String) -> Int64? {
    if number(text) == 0 { return 0 }
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    guard let unit = units[text.dropFirst(digits.count).trimmed], let count = number(String(digits))
    else { return nil }
    let microseconds = (count * unit).rounded()
    guard microseconds.magnitude < 9e18 else { return nil }
    return Int64(microseconds)
  }

  private static let units: [String: Double] = [
    "us": 1, "µs": 1, "ms": 1e3, "s": 1e6, "m": 60e6, "h": 3_600e6, "d": 86_400e6,
  ]
}
