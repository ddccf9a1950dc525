import CacheEngine

/// Time in words, as short as it can be said without losing what matters.
enum ClockText {
  /// A point on the clock: `60.102 s`, `2:03:04.500`.
  static func clock(_ microseconds: Int64) -> String {
    let milliseconds = microseconds / 1_000
    let seconds = milliseconds / 1_000
    let rest = pad(milliseconds % 1_000, 3)
    if seconds < 3_600 { return "\(seconds).\(rest) s" }
    return "\(seconds / 3_600):\(pad(seconds / 60 % 60, 2)):\(pad(seconds % 60, 2)).\(rest)"
  }

  /// The same without its unit, for a column of points.
  static func column(_ microseconds: Int64) -> String {
    let text = clock(microseconds)
    return text.hasSuffix(" s") ? String(text.dropLast(2)) : text
  }

  /// How long something takes or lasts: `1 ms`, `59.5 s`, `2 min`, `24 h`.
  static func duration(_ microseconds: Int64) -> String {
    switch microseconds {
    case ..<0: "0 ms"
    case ..<1_000: microseconds == 0 ? "0 ms" : "\(microseconds) µs"
    case ..<10_000: tenths(microseconds, of: 1_000) + " ms"
    case ..<10_000_000 where microseconds % 1_000_000 != 0 && microseconds < 1_000_000:
      "\(microseconds / 1_000) ms"
    case ..<120_000_000: tenths(microseconds, of: 1_000_000) + " s"
    case ..<7_200_000_000: tenths(microseconds, of: 60_000_000) + " min"
    case ..<172_800_000_000: tenths(microseconds, of: 3_600_000_000) + " h"
    default: tenths(microseconds, of: 86_400_000_000) + " days"
    }
  }

  /// Time that is left, rounded up to what a person counts in: `60 s`, `450 ms`, `2 h`.
  static func countdown(_ microseconds: Int64) -> String {
    func up(_ unit: Int64) -> Int64 { (microseconds + unit - 1) / unit }
    if microseconds < 1_000_000 { return "\(up(1_000)) ms" }
    if microseconds <= 600_000_000 { return "\(up(1_000_000)) s" }
    let isWhole = microseconds % 3_600_000_000 == 0
    if microseconds <= 36_000_000_000, !isWhole { return "\(up(60_000_000)) min" }
    return "\(up(3_600_000_000)) h"
  }

  /// Whole milliseconds, as the lessons count: `1 002 ms`.
  static func milliseconds(_ microseconds: Int64) -> String {
    grouped(microseconds / 1_000) + " ms"
  }

  /// How often something happens: `9.8 a second`, `120 a second`.
  static func rate(_ rate: Double) -> String {
    let tenths = Int64(rate * 10 + 0.5)
    if tenths >= 100 || tenths % 10 == 0 { return grouped((tenths + 5) / 10) + " a second" }
    return "\(tenths / 10).\(tenths % 10) a second"
  }

  /// A number with its thousands apart: `12 345`.
  static func grouped(_ number: some BinaryInteger) -> String {
    let digits = Array(String(number.magnitude))
    guard digits.count > 3 else { return String(number) }
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += " " }
      text.append(digit)
    }
    return text
  }

  private static func tenths(_ value: Int64, of unit: Int64) -> String {
    let tenths = value * 10 / unit
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func pad(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
