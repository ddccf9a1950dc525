/// Amounts of memory as configuration files write them: `1048576`, `512kb`, `1g`.
enum MemoryAmount {
  /// The number of bytes, at most 2⁵⁰, and whether a unit was written; nil if it is no amount.
  static func parse(_ text: String) -> (amount: Int, hasUnit: Bool)? {
    let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let unit = bytes(of: text.dropFirst(digits.count).lowercased()) else { return nil }
    // As in Redis no digits at all are zero, and too many of them are the most there can be.
    let number = digits.isEmpty ? 0 : Int(String(digits) ?? "") ?? .max
    let (amount, overflow) = number.multipliedReportingOverflow(by: unit)
    let most = Setting.unlimited
    return (overflow ? most : min(amount, most), digits.count < text.utf8.count)
  }

  /// `k` counts in thousands, `kb` in 1024s, and so on.
  private static func bytes(of unit: String) -> Int? {
    switch unit {
    case "", "b": 1
    case "k": 1000
    case "kb": 1 << 10
    case "m": 1_000_000
    case "mb": 1 << 20
    case "g": 1_000_000_000
    case "gb": 1 << 30
    default: nil
    }
  }

  /// An amount for people, as `INFO` shows it: `967.81K`.
  static func text(_ bytes: Int) -> String {
    var unit = 1
    for letter in ["B", "K", "M", "G", "T"] {
      if bytes < unit * 1024 || letter == "T" {
        return letter == "B" ? "\(bytes)B" : hundredths(bytes, unit) + letter
      }
      unit *= 1024
    }
    return "\(bytes)B"
  }

  private static func hundredths(_ bytes: Int, _ unit: Int) -> String {
    let scaled = (bytes * 100 + unit / 2) / unit
    let rest = scaled % 100
    return "\(scaled / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
  }
}
