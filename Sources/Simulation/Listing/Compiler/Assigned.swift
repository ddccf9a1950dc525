/// Which variables certainly have a value at a place of a function.
///
/// A variable read where it is not certain is checked when the line runs; most need no check.
struct Assigned {
  private var isSure: [Bool]
  /// Nothing comes here: everything is certain.
  private(set) var isUnreachable = false

  init(parameters: Int, variables: Int) {
    isSure = (0..<variables).map { $0 < parameters }
  }

  subscript(variable: Int) -> Bool { isUnreachable || isSure[variable] }

  mutating func assign(_ variable: Int) { isSure[variable] = true }

  mutating func endHere() { isUnreachable = true }

  /// What is certain when the place is reached from here or from there.
  mutating func meet(_ other: Assigned) {
    if other.isUnreachable { return }
    if isUnreachable {
      self = other
    } else {
      for variable in isSure.indices where !other.isSure[variable] { isSure[variable] = false }
    }
  }

  /// What is certain after something more has run, which left `other`.
  mutating func add(_ other: Assigned) {
    for variable in isSure.indices where other.isSure[variable] { isSure[variable] = true }
    if other.isUnreachable { isUnreachable = true }
  }
}
