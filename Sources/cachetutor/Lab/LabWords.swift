import PolicyLab
import Tutor

/// Numbers of the laboratory as people read them.
enum LabWords {
  /// `41.5 %`: always one decimal, so that a column lines up.
  static func percent(_ ratio: Double) -> String {
    let tenths = Int(ratio * 1_000 + 0.5)
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// `+3.6`, `-0.4`: percentage points.
  static func points(_ ratio: Double) -> String {
    let tenths = Int((ratio * 1_000).magnitude + 0.5)
    return (ratio < 0 && tenths > 0 ? "-" : "+") + "\(tenths / 10).\(tenths % 10)"
  }

  /// `38.9 ms`, `250 µs`, `1.2 s`.
  static func time(_ microseconds: Double) -> String {
    if microseconds < 1_000 { return tenths(microseconds) + " µs" }
    if microseconds < 1e6 { return tenths(microseconds / 1e3) + " ms" }
    return tenths(microseconds / 1e6) + " s"
  }

  /// The same for columns: always one decimal.
  static func timeCell(_ microseconds: Double) -> String {
    let (number, unit) =
      microseconds < 1_000
      ? (microseconds, "µs")
      : microseconds < 1e6 ? (microseconds / 1e3, "ms") : (microseconds / 1e6, "s")
    let tenths = Int(number * 10 + 0.5)
    return "\(Words.count(tenths / 10)).\(tenths % 10) \(unit)"
  }

  /// `40 s`, `90 min`, `2.2 h`, `12 days`.
  static func span(seconds: Double) -> String {
    if seconds < 120 { return tenths(seconds) + " s" }
    if seconds < 7_200 { return tenths(seconds / 60) + " min" }
    if seconds < 259_200 { return tenths(seconds / 3_600) + " h" }
    return tenths(seconds / 86_400) + " days"
  }

  /// One decimal below a hundred, none where it is nought or beyond.
  static func tenths(_ number: Double) -> String {
    let tenths = Int(number * 10 + 0.5)
    if tenths % 10 == 0 || tenths >= 1_000 { return Words.count((tenths + 5) / 10) }
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Six decimals: enough to tell two requests in a million apart.
  static func decimal(_ number: Double) -> String {
    let millionths = Int((number * 1e6).magnitude + 0.5)
    var rest = String(millionths % 1_000_000)
    rest = String(repeating: "0", count: 6 - rest.utf8.count) + rest
    while rest.last == "0" { rest.removeLast() }
    let sign = number < 0 && millionths > 0 ? "-" : ""
    return sign + "\(millionths / 1_000_000)" + (rest.isEmpty ? "" : "." + rest)
  }

  /// `0.98`: two decimals.
  static func hundredths(_ number: Double) -> String {
    let hundredths = Int(number * 100 + 0.5)
    let rest = String(hundredths % 100)
    return "\(hundredths / 100)." + (rest.utf8.count == 1 ? "0" : "") + rest
  }

  /// RFC 4180.
  static func quoted(_ field: String) -> String {
    guard field.contains(where: { ",\"\n\r".contains($0) }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }

  static func sampleNote(_ trace: LabTrace) -> [String] {
    [
      "sampled: \(percent(trace.sampling.rate)) of the keys with all their requests, in caches of "
        + "that share;",
      "  counts are of the sample, capacities are of the whole",
    ]
  }
}
