// Numbers as people read them.
//
//   60 s · 59.5 s · 1 002 ms · 0.5 ms · 1 h      60.102 s on the clock      71 % · 0.71 · 1 000
//
// One place for all of them, so that a caption, a table and an error say the same thing the same
// way. A blank stands between thousands and before a unit.

/// Numbers, durations and lists in words.
public enum Words {
  /// The longest duration that a command takes: a hundred years.
  static let longestDuration: Int64 = Int64(longestDays) * 86_400_000_000
  static let longestDays = 36_500

  /// `1 002`.
  public static func count(_ number: some BinaryInteger) -> String {
    let digits = String(number.magnitude)
    var groups = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { groups.append(" ") }
      groups.append(digit)
    }
    return (number < 0 ? "-" : "") + groups
  }

  /// `1 load`, `200 loads`, `2 entries`.
  public static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count(number)) \(number == 1 ? one : many ?? one + "s")"
  }

  /// `two requests`, `12 requests`: small numbers as words.
  static func spelled(_ number: Int, _ one: String) -> String {
    let names = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    guard names.indices.contains(number) else { return count(number, one) }
    return "\(names[number]) \(number == 1 ? one : one + "s")"
  }

  /// How long something lasts: `500 ms`, `59.5 s`, `60 s`, `5 min`, `1 h`; never rounded up.
  public static func duration(_ ticks: Int64) -> String {
    let size = ticks.magnitude
    if size == 0 { return "0 s" }
    if size >= 3_600_000_000, size % 3_600_000_000 == 0 {
      return "\(count(ticks / 3_600_000_000)) h"
    }
    if size >= 120_000_000, size % 60_000_000 == 0 { return "\(count(ticks / 60_000_000)) min" }
    if size >= 1_000_000 { return decimal(ticks, unit: 1_000_000) + " s" }
    return decimal(ticks, unit: 1_000) + " ms"
  }

  /// What is left of something, to a whole second when there is time: `60 s`, `9.5 s`.
  public static func left(_ ticks: Int64) -> String {
    let unit: Int64 = ticks > 10_000_000 ? 1_000_000 : ticks > 1_000_000 ? 100_000 : 1_000
    return duration((ticks + unit - 1) / unit * unit)
  }

  /// How long an answer took, always in milliseconds: `1 002 ms`, `102 ms`, `0.5 ms`.
  public static func latency(_ ticks: Int64) -> String {
    decimal(ticks, unit: 1_000) + " ms"
  }

  /// The time on the clock without its unit, to the nearest millisecond: `60.102`.
  ///
  /// A cache acts half-way through its millisecond; what it does then is told at the whole one.
  public static func stamp(_ ticks: Int64) -> String {
    let milliseconds = (ticks + (ticks < 0 ? -500 : 500)) / 1_000
    let rest = String((milliseconds % 1_000).magnitude)
    let sign = milliseconds < 0 && milliseconds > -1_000 ? "-" : ""
    return sign + count(milliseconds / 1_000) + "."
      + String(repeating: "0", count: 3 - rest.utf8.count) + rest
  }

  /// The time on the clock: `60.102 s`.
  public static func clock(_ ticks: Int64) -> String { stamp(ticks) + " s" }

  /// A share: `71 %`, `0.4 %`.
  public static func percent(_ share: Double) -> String {
    let tenths = Int64((share * 1_000).rounded())
    return
      (tenths % 10 == 0 || tenths.magnitude >= 100
      ? count((Double(tenths) / 10).rounded().exactly) : decimal(tenths, unit: 10)) + " %"
  }

  /// A ratio from 0 to 1 with two digits: `0.71`; never 1.00 before it is 1.
  public static func ratio(_ ratio: Double) -> String {
    let hundredths = Int((ratio * 100).rounded(.down))
    let rest = String(hundredths % 100)
    return "\(hundredths / 100)." + (rest.utf8.count == 1 ? "0" : "") + rest
  }

  /// A number with up to two decimals: `3`, `0.5`, `1.25`.
  public static func number(_ number: Double) -> String {
    guard number.magnitude < 1e15 else { return "∞" }
    let hundredths = Int64((number * 100).rounded())
    return (hundredths < 0 ? "-" : "") + decimal(Int64(hundredths.magnitude), unit: 100)
  }

  /// `a`, `a or b`, `a, b or c`.
  public static func alternatives(_ words: [String]) -> String {
    list(words, last: "or")
  }

  /// `a`, `a and b`, `a, b and c`.
  public static func list(_ words: [String], last: String = "and") -> String {
    guard let final = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + final
  }

  /// The letter of a request that is moved by hand: 0 is A.
  public static func letter(_ index: Int) -> String {
    guard (0..<26).contains(index) else { return "?" }
    return String(UnicodeScalar(UInt8(65 + index)))
  }

  /// 0 for `A` or `a`; nil for anything else.
  public static func index(ofLetter text: String) -> Int? {
    guard text.utf8.count == 1, let byte = text.uppercased().utf8.first, 65...90 ~= byte else {
      return nil
    }
    return Int(byte) - 65
  }

  /// A number of units with as many decimals as it has, three at most.
  private static func decimal(_ ticks: Int64, unit: Int64) -> String {
    let size = ticks.magnitude
    let unit = UInt64(unit)
    let whole = count(size / unit)
    var rest = (size % unit) * 1_000 / unit
    var digits = 3
    while rest > 0, rest % 10 == 0 {
      rest /= 10
      digits -= 1
    }
    let sign = ticks < 0 ? "-" : ""
    guard rest > 0 else { return sign + whole }
    let shown = String(rest)
    return sign + whole + "." + String(repeating: "0", count: digits - shown.utf8.count) + shown
  }
}

extension Double {
  fileprivate var exactly: Int64 { Int64(self) }
}

extension Words {
  /// A duration as commands and listings write it: `60s`, `1500ms`, `250us`.
  static func literal(duration ticks: Int64) -> String {
    if ticks % 1_000_000 == 0 { return "\(ticks / 1_000_000)s" }
    return ticks % 1_000 == 0 ? "\(ticks / 1_000)ms" : "\(ticks)us"
  }
}
