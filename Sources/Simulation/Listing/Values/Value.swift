import CacheEngine

/// One value of a listing: what a variable holds, what a call is given and what it answers.
///
/// Values are trivial: text is a number in a `SymbolTable`, a list a number in the `ValueLists` of
/// the machine that made it. So a request is copied by copying memory.
public enum Value: Hashable, Sendable {
  case none
  case bool(Bool)
  case number(Int64)
  /// Always finite: what would not be is a failure of the listing.
  case decimal(Double)
  case text(Symbol)
  /// Microseconds of virtual time.
  case duration(Int64)
  /// A place in the lists of one machine; meaningless elsewhere (`Machine.adopt` carries it over).
  case list(Int32)

  /// The list without elements, the same in every machine.
  public static let emptyList = Value.list(0)

  /// What a variable holds before its first assignment; never leaves the machine.
  static let unassigned = Value.list(-1)

  /// What counts as true in a condition, as in Python: not `None`, `False`, zero or empty.
  public var isTrue: Bool {
    switch self {
    case .none: false
    case .bool(let flag): flag
    case .number(let number): number != 0
    case .decimal(let decimal): decimal != 0
    case .text(let symbol): symbol != .empty
    case .duration(let microseconds): microseconds != 0
    case .list(let index): index != 0
    }
  }

  public var kind: ValueKind {
    switch self {
    case .none: .none
    case .bool: .bool
    case .number: .number
    case .decimal: .decimal
    case .text: .text
    case .duration: .duration
    case .list: .list
    }
  }
}
