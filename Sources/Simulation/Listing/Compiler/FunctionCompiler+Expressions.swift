extension FunctionCompiler {
  /// The register that holds the value: a variable or constant where it is, else a new one.
  mutating func compile(_ expression: Expression) throws(ListingError) -> Register {
    switch expression.kind {
    case .literal(let literal): return constant(literal)
    case .name(let name): return try variable(name, at: expression.position)
    default:
      let result = temporaries(1)
      try compile(expression, into: result)
      return result
    }
  }

  /// Computes the value into a register, which is written last of all.
  mutating func compile(
    _ expression: Expression, into target: Register
  ) throws(ListingError) {
    let held = temporaries(0)
    defer { release(from: held) }
    switch expression.kind {
    case .literal, .name:
      let source = try compile(expression)
      emit(.move(to: target, from: source))
    case .call(let name, let arguments):
      try call(name, arguments, into: target, at: expression.position)
    case .list(let elements):
      let first = try row(elements)
      emit(.makeList(to: target, first: first, count: UInt16(clamping: elements.count)))
    case .element(let list, let index):
      let list = try compile(list)
      let index = try compile(index)
      emit(.element(to: target, list: list, index: index))
    case .formatted(let parts): try join(parts, into: target)
    case .negate(let value):
      let value = try compile(value)
      emit(.negate(to: target, from: value))
    case .not(let value):
      let value = try compile(value)
      emit(.not(to: target, from: value))
    case .binary(let operation, let left, let right):
      let left = try compile(left)
      let right = try compile(right)
      emit(.binary(operation, to: target, left: left, right: right))
    case .isNone(let value, let negated):
      let value = try compile(value)
      emit(negated ? .isNotNone(to: target, from: value) : .isNone(to: target, from: value))
    case .all(let operands):
      try choose(operands, into: target) { .jumpIfFalse($0, 0) }
    case .any(let operands):
      try choose(operands, into: target) { .jumpIfTrue($0, 0) }
    }
  }

  /// `and` and `or` give the operand that decides, as in Python.
  private mutating func choose(
    _ operands: [Expression], into target: Register, _ jump: (Register) -> Operation
  ) throws(ListingError) {
    let end = makeLabel()
    for (index, operand) in operands.enumerated() {
      try compile(operand, into: target)
      if index < operands.count - 1 { emit(jump(target), to: end) }
    }
    place(end)
  }

  /// Values in registers that follow each other.
  private mutating func row(_ values: [Expression]) throws(ListingError) -> Register {
    let first = temporaries(values.count)
    for (offset, value) in values.enumerated() {
      try compile(value, into: first + Register(offset))
    }
    return first
  }

  private mutating func join(
    _ parts: [Expression.Part], into target: Register
  ) throws(ListingError) {
    let first = temporaries(parts.count)
    for (offset, part) in parts.enumerated() {
      switch part {
      case .text(let text):
        emit(.move(to: first + Register(offset), from: constant(.text(text))))
      case .value(let value): try compile(value, into: first + Register(offset))
      }
    }
    emit(.join(to: target, first: first, count: UInt16(clamping: parts.count)))
  }

  /// The register of a variable, checked when it runs unless a value is certain.
  mutating func variable(_ name: String, at position: Position) throws(ListingError) -> Register {
    guard let register = register(of: name) else {
      throw ListingError(position, unknownVariable(name))
    }
    if !assigned[Int(register)] { emit(.requireAssigned(register)) }
    return register
  }

  private func unknownVariable(_ name: String) -> ListingProblem {
    if let callee = names.callee(name) {
      return .callWithoutParentheses(names.spelling(callee))
    }
    if name.contains(".") { return names.unknown(name) }
    switch name.lowercased() {
    case "null", "nil", "none", "undefined", "nothing":
      return .foreignWord(name, instead: "None")
    case "true": return .foreignWord(name, instead: "True")
    case "false": return .foreignWord(name, instead: "False")
    default:
      return .unknownVariable(name, suggestion: Spelling.suggestion(for: name, among: variables))
    }
  }

  // MARK: conditions

  /// Goes to the label if the condition does not hold.
  mutating func jump(unless condition: Expression, to label: Label) throws(ListingError) {
    try jump(condition, to: label, when: false)
  }

  private mutating func jump(
    _ condition: Expression, to label: Label, when wanted: Bool
  ) throws(ListingError) {
    switch condition.kind {
    case .not(let inner): try jump(inner, to: label, when: !wanted)
    case .isNone(let value, let negated):
      let value = try compile(value)
      emit(wanted != negated ? .jumpIfNone(value, 0) : .jumpIfNotNone(value, 0), to: label)
    case .all(let operands) where !wanted, .any(let operands) where wanted:
      for operand in operands { try jump(operand, to: label, when: wanted) }
    case .all(let operands), .any(let operands):
      let next = makeLabel()
      for operand in operands.dropLast() { try jump(operand, to: next, when: !wanted) }
      if let last = operands.last { try jump(last, to: label, when: wanted) }
      place(next)
    default:
      let value = try compile(condition)
      emit(wanted ? .jumpIfTrue(value, 0) : .jumpIfFalse(value, 0), to: label)
    }
  }
}
