/// What a parameter of a call takes.
public enum ParameterKind: UInt8, Hashable, Sendable {
  /// A text that names an entry; a number is turned into its text.
  case key
  /// Anything.
  case value
  case duration
  /// A duration or `None`.
  case optionalDuration
  /// How old a value may be: `False` none, `True` any, a duration so long after the expiry.
  case staleness
  /// A number, 0 or more.
  case count
  case list

  /// What is expected, as messages say it.
  public var words: String {
    switch self {
    case .key: #"a text such as "user:1""#
    case .value: "a value"
    case .duration: "a duration such as 50ms"
    case .optionalDuration: "a duration such as 60s, or None"
    case .staleness: "True, False or a duration such as 10s"
    case .count: "a number such as 100"
    case .list: "a list"
    }
  }

  /// Whether a value of the kind can stand here.
  func accepts(_ kind: ValueKind) -> Bool {
    switch self {
    case .key: kind == .text || kind == .number
    case .value: true
    case .duration: kind == .duration
    case .optionalDuration: kind == .duration || kind == .none
    case .staleness: kind == .bool || kind == .duration
    case .count: kind == .number
    case .list: kind == .list
    }
  }
}
