/// The kinds of values that a listing knows.
public enum ValueKind: UInt8, Hashable, Sendable, CaseIterable {
  case none, bool, number, decimal, text, duration, list

  /// The kind with its article, as messages call it: "a text", "None".
  public var words: String {
    switch self {
    case .none: "None"
    case .bool: "True or False"
    case .number: "a number"
    case .decimal: "a decimal"
    case .text: "a text"
    case .duration: "a duration"
    case .list: "a list"
    }
  }
}
