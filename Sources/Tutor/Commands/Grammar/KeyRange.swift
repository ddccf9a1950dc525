import Simulation

/// A key, or many numbered ones: `city:1..1000`.
public struct KeyRange: Hashable, Sendable {
  /// What stands before the number; the whole key when there is none.
  public let prefix: [UInt8]
  /// The numbers; nil for a single key.
  public let numbers: ClosedRange<Int>?

  /// A single key.
  public init(_ key: [UInt8]) {
    prefix = key
    numbers = nil
  }

  /// Numbered keys.
  public init(prefix: String, numbers: ClosedRange<Int>) {
    self.prefix = Array(prefix.utf8)
    self.numbers = numbers
  }

  /// How many keys.
  public var count: Int { numbers?.count ?? 1 }

  /// Every key, in order.
  ///
  /// O(keys).
  public var keys: [[UInt8]] {
    guard let numbers else { return [prefix] }
    return numbers.map { prefix + Array(String($0).utf8) }
  }

  /// The first key.
  public var first: [UInt8] {
    numbers.map { prefix + Array(String($0.lowerBound).utf8) } ?? prefix
  }

  /// Reads a word; digits on both sides of two dots make a range, unless the word was quoted.
  public static func read(_ word: CommandWord) throws(ArgumentProblem) -> KeyRange {
    guard !word.bytes.isEmpty else { throw .empty }
    guard !word.isQuoted, let range = try numbered(word.text) else {
      guard word.bytes.count <= Simulation.Limits.keyBytes else {
        throw .tooLong(limit: Simulation.Limits.keyBytes)
      }
      return KeyRange(word.bytes)
    }
    guard range.prefix.count + 19 <= Simulation.Limits.keyBytes else {
      throw .tooLong(limit: Simulation.Limits.keyBytes)
    }
    return range
  }

  private static func numbered(_ text: String) throws(ArgumentProblem) -> KeyRange? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    let end = text[dots.upperBound...]
    let start = text[..<dots.lowerBound]
    let digits = String(start.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    guard !digits.isEmpty, !end.isEmpty, end.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    guard let lower = Int(digits), let upper = Int(end) else {
      throw .tooManyKeys(limit: Simulation.Limits.keyRange)
    }
    let prefix = String(start.dropLast(digits.count))
    guard lower <= upper else { throw .backwards("\(prefix)\(upper)..\(lower)") }
    guard upper - lower < Simulation.Limits.keyRange else {
      throw .tooManyKeys(limit: Simulation.Limits.keyRange)
    }
    return KeyRange(prefix: prefix, numbers: lower...upper)
  }
}
