/// The functions that a listing has without asking the world: they take no time.
public enum Builtin: UInt8, Hashable, Sendable, CaseIterable {
  case int, len, ln, max, min, range, str

  /// As it is written in a listing.
  public var name: String {
    switch self {
    case .int: "int"
    case .len: "len"
    case .ln: "ln"
    case .max: "max"
    case .min: "min"
    case .range: "range"
    case .str: "str"
    }
  }

  /// How many arguments it takes; `min` and `max` take one list, or two values and more.
  public var argumentCounts: ClosedRange<Int> {
    switch self {
    case .max, .min: 1...8
    default: 1...1
    }
  }

  /// One sentence: what it answers.
  public var summary: String {
    switch self {
    case .int: "the number that a text spells, or a decimal without its fraction"
    case .len: "how many characters a text has, or elements a list"
    case .ln: "the natural logarithm of a number above 0"
    case .max: "the largest of some values, or of a list"
    case .min: "the smallest of some values, or of a list"
    case .range: "the numbers from 0 up to, and without, n"
    case .str: "the value as a text"
    }
  }
}
