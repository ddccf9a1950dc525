/// What a parameter of a call takes.
public enum ParameterKind: UInt8, Hashable, Sendable {
  /// A text that names an entry; a number is turned into its text.
  case key
  /// Anything.
  case value
  case duration
  /// A duration or `None`.
  case optionalDuration
  case flag
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
    case .flag: "True or False"
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
    case .flag: kind == .bool
    case .count: kind == .number
    case .list: kind == .list
    }
  }
}
