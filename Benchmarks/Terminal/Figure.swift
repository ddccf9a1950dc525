/// A row of the table that is no time of an operation: a median with its worst case, a share, a sum.
struct Figure {
  var name: String
  /// What was measured, with its unit.
  var value: String
  /// What else is to be known, such as the 99th percentile.
  var detail: String
  /// What is promised.
  var budget: String
  var isKept: Bool

  /// Milliseconds: the median and the 99th percentile of several runs.
  init(_ name: String, milliseconds: [Double], budget: Double) {
    let median = Figure.percentile(50, of: milliseconds)
    let worst = Figure.percentile(99, of: milliseconds)
    self.init(
      name, Figure.tenths(median) + " ms", detail: "p99 \(Figure.tenths(worst)) ms",
      budget: "\(Int(budget)) ms", isKept: median <= budget)
  }

  /// A number that must not be larger than what is promised.
  init(_ name: String, _ value: Double, _ unit: String, budget: Double) {
    self.init(
      name, "\(Figure.tenths(value)) \(unit)", detail: "", budget: "\(Int(budget)) \(unit)",
      isKept: value <= budget)
  }

  init(_ name: String, _ value: String, detail: String, budget: String, isKept: Bool) {
    self.name = name
    self.value = value
    self.detail = detail
    self.budget = budget
    self.isKept = isKept
  }

  /// What so many of a hundred do not exceed; infinite when there are none.
  static func percentile(_ share: Int, of values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? .infinity : sorted[min(sorted.count - 1, sorted.count * share / 100)]
  }

  private static func tenths(_ value: Double) -> String {
    guard value.isFinite, value < 1e9 else { return "never" }
    let tenths = Int(value * 10 + 0.5)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
