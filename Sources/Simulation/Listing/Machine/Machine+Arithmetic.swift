// Operators between values.
//
// Numbers are whole and never wrap; `/` gives a decimal, `//` and `%` round down as in Python. A
// duration is a kind of its own: durations add up, a number scales them, one divided by another
// is how often it fits. Decimals stay finite: an overflow is a failure, not an infinity. Only
// + − × ÷ and rounding are used, which every machine computes alike.

import CacheEngine

extension Machine {
  /// What an operator gives for two values.
  mutating func combine(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ symbols: inout SymbolTable,
    _ limits: ListingLimits
  ) -> Result {
    switch operation {
    case .equal: return .value(.bool(lists.areEqual(left, right)))
    case .notEqual: return .value(.bool(!lists.areEqual(left, right)))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return compare(operation, left, right, symbols)
    case .contains, .containsNot: return contains(operation, left, in: right, symbols)
    case .add, .subtract, .multiply, .divide, .floorDivide, .remainder: break
    }
    switch (left, right) {
    case (.number(let first), .number(let second)):
      return Machine.calculate(operation, first, second)
    case (.number, .decimal), (.decimal, .number), (.decimal, .decimal):
      return Machine.calculate(operation, left.asDecimal, right.asDecimal)
    case (.duration(let first), .duration(let second)):
      return Machine.calculate(operation, durations: first, second)
    case (.duration(let duration), .number), (.duration(let duration), .decimal):
      return Machine.scale(operation, duration, right)
    case (.number, .duration(let duration)), (.decimal, .duration(let duration)):
      guard operation == .multiply else { break }
      return Machine.scale(operation, duration, left)
    case (.text(let first), .text(let second)):
      guard operation == .add else { break }
      return join(first, second, &symbols, limits)
    case (.list, .list):
      guard operation == .add else { break }
      return makeList(Array(lists.elements(of: left)) + lists.elements(of: right), limits)
    default: break
    }
    return .failure(.cannotCombine(operation, left.kind, right.kind))
  }

  /// The value with its sign turned.
  func negated(_ value: Value) -> Result {
    switch value {
    case .number(let number) where number != .min: .value(.number(-number))
    case .decimal(let decimal): .value(.decimal(-decimal))
    case .duration(let duration) where duration != .min: .value(.duration(-duration))
    case .number, .duration: .failure(.numberTooLarge)
    default: .failure(.cannotNegate(value.kind))
    }
  }

  /// How two values are ordered; nil if they are not.
  func order(_ left: Value, _ right: Value, _ symbols: SymbolTable) -> Order? {
    switch (left, right) {
    case (.number(let first), .number(let second)): Order(first, second)
    case (.duration(let first), .duration(let second)): Order(first, second)
    case (.number, .decimal), (.decimal, .number), (.decimal, .decimal):
      Order(left.asDecimal, right.asDecimal)
    case (.text(let first), .text(let second)):
      first == second
        ? .equal
        : symbols.bytes(of: first).lexicographicallyPrecedes(symbols.bytes(of: second))
          ? .less : .greater
    default: nil
    }
  }

  enum Order {
    case less, equal, greater

    init<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) {
      self = left < right ? .less : left == right ? .equal : .greater
    }
  }

  private func compare(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ symbols: SymbolTable
  ) -> Result {
    guard let order = order(left, right, symbols) else {
      return .failure(.cannotCombine(operation, left.kind, right.kind))
    }
    switch operation {
    case .less: return .value(.bool(order == .less))
    case .lessOrEqual: return .value(.bool(order != .greater))
    case .greater: return .value(.bool(order == .greater))
    default: return .value(.bool(order != .less))
    }
  }

  private func contains(
    _ operation: BinaryOperator, _ element: Value, in whole: Value, _ symbols: SymbolTable
  ) -> Result {
    let isIn: Bool
    switch (element, whole) {
    case (_, .list):
      isIn = lists.elements(of: whole).contains { lists.areEqual($0, element) }
    case (.text(let part), .text(let text)):
      isIn = symbols.bytes(of: text).contains(part: symbols.bytes(of: part))
    default: return .failure(.cannotCombine(operation, element.kind, whole.kind))
    }
    return .value(.bool(isIn == (operation == .contains)))
  }

  private static func calculate(
    _ operation: BinaryOperator, _ left: Int64, _ right: Int64
  ) -> Result {
    let outcome: (partialValue: Int64, overflow: Bool)
    switch operation {
    case .add: outcome = left.addingReportingOverflow(right)
    case .subtract: outcome = left.subtractingReportingOverflow(right)
    case .multiply: outcome = left.multipliedReportingOverflow(by: right)
    case .divide: return calculate(.divide, Double(left), Double(right))
    default:
      guard right != 0 else { return .failure(.divisionByZero) }
      outcome = floored(operation, left, right)
    }
    return outcome.overflow ? .failure(.numberTooLarge) : .value(.number(outcome.partialValue))
  }

  /// `//` and `%`, rounded towards less; the remainder has the sign of the divisor.
  private static func floored(
    _ operation: BinaryOperator, _ left: Int64, _ right: Int64
  ) -> (partialValue: Int64, overflow: Bool) {
    let (quotient, overflow) = left.dividedReportingOverflow(by: right)
    guard !overflow else { return operation == .remainder ? (0, false) : (0, true) }
    let remainder = left % right
    let isBelow = remainder != 0 && (remainder < 0) != (right < 0)
    if operation == .remainder { return (isBelow ? remainder + right : remainder, false) }
    return (isBelow ? quotient - 1 : quotient, false)
  }

  private static func calculate(
    _ operation: BinaryOperator, _ left: Double, _ right: Double
  ) -> Result {
    let value: Double
    switch operation {
    case .add: value = left + right
    case .subtract: value = left - right
    case .multiply: value = left * right
    default:
      guard right != 0 else { return .failure(.divisionByZero) }
      let quotient = left / right
      switch operation {
      case .divide: value = quotient
      case .floorDivide: value = quotient.floored
      default: value = left - quotient.floored * right
      }
    }
    return value.isFinite ? .value(.decimal(value)) : .failure(.numberTooLarge)
  }

  private static func calculate(
    _ operation: BinaryOperator, durations left: Int64, _ right: Int64
  ) -> Result {
    switch operation {
    case .divide: return calculate(.divide, Double(left), Double(right))
    case .floorDivide: return calculate(.floorDivide, left, right)
    case .multiply: return .failure(.cannotCombine(.multiply, .duration, .duration))
    default:
      guard case .value(.number(let microseconds)) = calculate(operation, left, right) else {
        return right == 0 && operation == .remainder
          ? .failure(.divisionByZero) : .failure(.numberTooLarge)
      }
      return .value(.duration(microseconds))
    }
  }

  /// A duration times or divided by a number, to the nearest microsecond.
  private static func scale(
    _ operation: BinaryOperator, _ duration: Int64, _ factor: Value
  ) -> Result {
    if operation == .multiply, case .number(let number) = factor {
      let (product, overflow) = duration.multipliedReportingOverflow(by: number)
      return overflow ? .failure(.numberTooLarge) : .value(.duration(product))
    }
    guard operation == .multiply || operation == .divide else {
      return .failure(.cannotCombine(operation, .duration, factor.kind))
    }
    switch calculate(operation, Double(duration), factor.asDecimal) {
    case .value(.decimal(let microseconds)):
      guard let whole = microseconds.roundedToWhole.wholePart else {
        return .failure(.numberTooLarge)
      }
      return .value(.duration(whole))
    case let other: return other
    }
  }
}

extension Value {
  /// A number or a decimal as a decimal; 0 for anything else.
  var asDecimal: Double {
    switch self {
    case .number(let number): Double(number)
    case .decimal(let decimal): decimal
    default: 0
    }
  }
}

extension [UInt8] {
  /// Whether `part` stands somewhere in these bytes.
  func contains(part: [UInt8]) -> Bool {
    guard !part.isEmpty else { return true }
    guard count >= part.count else { return false }
    return (0...count - part.count).contains { start in
      self[start..<start + part.count].elementsEqual(part)
    }
  }
}
