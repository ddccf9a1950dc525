/// The operators between two values.
public enum BinaryOperator: UInt8, Hashable, Sendable, CaseIterable {
  case add, subtract, multiply, divide, floorDivide, remainder
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case contains, containsNot

  /// The operator as it is written in a listing.
  public var spelling: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .remainder: "%"
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .contains: "in"
    case .containsNot: "not in"
    }
  }

  var isComparison: Bool { rawValue >= BinaryOperator.equal.rawValue }
}
