/// The words of a workload: `zipf:keys=1M,requests=10M,skew=0.9`.
public struct WorkloadWords: Hashable, Sendable {
  public let name: String
  private let values: [String: String]
  private let order: [String]

  /// Splits the words; what they mean is for the workload to say.
  public init(_ text: String) throws(WorkloadProblem) {
    let sides = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    name = sides[0].lowercased()
    var values: [String: String] = [:]
    var order: [String] = []
    for word in (sides.count > 1 ? sides[1] : "").split(separator: ",") {
      let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else { throw .noPair(String(word)) }
      let key = pair[0].lowercased()
      guard values[key] == nil else { throw .repeated(key) }
      values[key] = pair[1]
      order.append(key)
    }
    self.values = values
    self.order = order
  }

  /// A whole number; `standard` if it was not given.
  public func number(
    _ key: String, _ range: ClosedRange<Int>, else standard: Int
  ) throws(WorkloadProblem) -> Int {
    guard let text = values[key] else { return standard }
    guard let number = CountWord.parse(text) else { throw .noNumber(key, text) }
    guard range.contains(number) else { throw .outOfRange(key, text, range) }
    return number
  }

  /// A number with decimals.
  public func decimal(
    _ key: String, _ range: ClosedRange<Double>, else standard: Double
  ) throws(WorkloadProblem) -> Double {
    guard let text = values[key] else { return standard }
    guard let number = Double(text), number.isFinite else { throw .noNumber(key, text) }
    guard range.contains(number) else { throw .outOfDecimals(key, text, range) }
    return number
  }

  /// Complains about words that nobody has asked for.
  func check(_ known: [String]) throws(WorkloadProblem) {
    for key in order where !known.contains(key) { throw .unknownKey(key, known: known) }
  }
}

/// What can be wrong with the words of a workload.
public enum WorkloadProblem: Error, Hashable, Sendable {
  case unknown(String, known: [String])
  case unknownKey(String, known: [String])
  case noPair(String)
  case repeated(String)
  case noNumber(String, String)
  case outOfRange(String, String, ClosedRange<Int>)
  case outOfDecimals(String, String, ClosedRange<Double>)
}

/// Whole numbers as people write them: `1000000`, `1_000_000`, `1M`, `10k`.
public enum CountWord {
  public static func parse(_ text: String) -> Int? {
    var digits = text.filter { $0 != "_" }[...]
    var unit = 1
    switch digits.last {
    case "k", "K": unit = 1_000
    case "m", "M": unit = 1_000_000
    case "g", "G": unit = 1_000_000_000
    default: break
    }
    if unit > 1 { digits = digits.dropLast() }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(digits)
    else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: unit)
    return overflow ? nil : product
  }
}
