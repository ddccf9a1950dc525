extension Parser {
  /// A whole expression: `or` binds least.
  mutating func expression() throws(ListingError) -> Expression {
    let first = try conjunction()
    guard token.kind == .word(.or) else {
      if token.kind == .word(.if) {
        throw ListingError(
          token.position,
          .foreignStatement("x if …", advice: "Write an `if` on a line of its own."))
      }
      return first
    }
    var operands = [first]
    while token.kind == .word(.or) {
      advance()
      operands.append(try conjunction())
    }
    return Expression(kind: .any(operands), position: first.position)
  }

  private mutating func conjunction() throws(ListingError) -> Expression {
    let first = try inversion()
    guard token.kind == .word(.and) else { return first }
    var operands = [first]
    while token.kind == .word(.and) {
      advance()
      operands.append(try inversion())
    }
    return Expression(kind: .all(operands), position: first.position)
  }

  private mutating func inversion() throws(ListingError) -> Expression {
    let start = token.position
    guard token.kind == .word(.not) else { return try comparison() }
    advance()
    try descend()
    defer { depth -= 1 }
    return Expression(kind: .not(try inversion()), position: start)
  }

  private mutating func comparison() throws(ListingError) -> Expression {
    let left = try sum()
    let position = token.position
    if token.kind == .word(.is) { return try isNone(left) }
    guard let operation = try comparisonOperator() else { return left }
    let right = try sum()
    let end = token.position
    guard token.kind != .word(.is), try comparisonOperator() == nil else {
      throw ListingError(end, .chainedComparison)
    }
    return Expression(kind: .binary(operation, left, right), position: position)
  }

  private mutating func isNone(_ value: Expression) throws(ListingError) -> Expression {
    let position = token.position
    advance()
    let negated = token.kind == .word(.not)
    if negated { advance() }
    guard token.kind == .word(.none) else { throw ListingError(position, .comparisonWithIs) }
    advance()
    return Expression(kind: .isNone(value, negated: negated), position: position)
  }

  private mutating func comparisonOperator() throws(ListingError) -> BinaryOperator? {
    let operation: BinaryOperator
    switch token.kind {
    case .mark(.equal): operation = .equal
    case .mark(.notEqual): operation = .notEqual
    case .mark(.less): operation = .less
    case .mark(.lessOrEqual): operation = .lessOrEqual
    case .mark(.greater): operation = .greater
    case .mark(.greaterOrEqual): operation = .greaterOrEqual
    case .word(.in): operation = .contains
    case .word(.not) where following.kind == .word(.in):
      advance()
      operation = .containsNot
    default: return nil
    }
    advance()
    return operation
  }

  private mutating func sum() throws(ListingError) -> Expression {
    var left = try product()
    while true {
      let position = token.position
      let operation: BinaryOperator
      switch token.kind {
      case .mark(.plus): operation = .add
      case .mark(.minus): operation = .subtract
      default: return left
      }
      advance()
      left = Expression(kind: .binary(operation, left, try product()), position: position)
    }
  }

  private mutating func product() throws(ListingError) -> Expression {
    var left = try factor()
    while true {
      let position = token.position
      let operation: BinaryOperator
      switch token.kind {
      case .mark(.times): operation = .multiply
      case .mark(.divide): operation = .divide
      case .mark(.floorDivide): operation = .floorDivide
      case .mark(.remainder): operation = .remainder
      default: return left
      }
      advance()
      left = Expression(kind: .binary(operation, left, try factor()), position: position)
    }
  }

  private mutating func factor() throws(ListingError) -> Expression {
    let start = token.position
    guard token.kind == .mark(.minus) else { return try element() }
    advance()
    try descend()
    defer { depth -= 1 }
    return Expression(kind: .negate(try factor()), position: start)
  }

  private mutating func element() throws(ListingError) -> Expression {
    var value = try primary()
    while token.kind == .mark(.openList) {
      let position = token.position
      advance()
      try descend()
      let index = try expression()
      depth -= 1
      try expect(.closeList, .closing("]"))
      value = Expression(kind: .element(value, index: index), position: position)
    }
    return value
  }

  private mutating func primary() throws(ListingError) -> Expression {
    let start = token
    let kind: Expression.Kind
    switch start.kind {
    case .name: return try nameOrCall()
    case .word(.none): kind = .literal(.none)
    case .word(.yes): kind = .literal(.bool(true))
    case .word(.no): kind = .literal(.bool(false))
    case .number(let number): kind = .literal(.number(number))
    case .decimal(let decimal): kind = .literal(.decimal(decimal))
    case .duration(let duration): kind = .literal(.duration(duration))
    case .text(let text): kind = .literal(.text(text))
    case .formatted(let parts): kind = .formatted(try formatted(parts))
    case .mark(.open):
      advance()
      try descend()
      let inner = try expression()
      depth -= 1
      try expect(.close, .closing(")"))
      return inner
    case .mark(.openList):
      advance()
      try descend()
      let elements = try list()
      depth -= 1
      return Expression(kind: .list(elements), position: start.position)
    default: throw expected(.expression)
    }
    advance()
    return Expression(kind: kind, position: start.position)
  }

  private mutating func list() throws(ListingError) -> [Expression] {
    var elements: [Expression] = []
    while token.kind != .mark(.closeList) {
      elements.append(try expression())
      guard token.kind == .mark(.comma) else { break }
      advance()
    }
    try expect(.closeList, .closing("]"))
    return elements
  }

  private mutating func nameOrCall() throws(ListingError) -> Expression {
    let start = token.position
    var path = try name()
    while token.kind == .mark(.dot) {
      advance()
      path += "." + (try name())
    }
    guard token.kind == .mark(.open) else {
      return Expression(kind: .name(path), position: start)
    }
    advance()
    try descend()
    defer { depth -= 1 }
    var arguments: [Argument] = []
    while token.kind != .mark(.close) {
      arguments.append(try argument())
      guard token.kind == .mark(.comma) else { break }
      advance()
    }
    try expect(.close, .closing(")"))
    return Expression(kind: .call(path, arguments), position: start)
  }

  private mutating func argument() throws(ListingError) -> Argument {
    let start = token.position
    if case .name(let name) = token.kind, following.kind == .mark(.assign) {
      advance()
      advance()
      return Argument(name: name, value: try expression(), position: start)
    }
    let value = try expression()
    return Argument(name: nil, value: value, position: start)
  }

  /// The values between the braces of an f-text, each read as a listing of one line.
  private mutating func formatted(
    _ parts: [Token.Part]
  ) throws(ListingError) -> [Expression.Part] {
    try descend()
    defer { depth -= 1 }
    var result: [Expression.Part] = []
    for part in parts {
      switch part {
      case .text(let text): result.append(.text(text))
      case .tokens(let tokens):
        let line = SourceLine(number: lines[index].number, indent: 0, tokens: tokens)
        var inner = Parser([line], limits: limits)
        inner.depth = depth
        result.append(.value(try inner.expression()))
        guard inner.token.kind == .end else {
          throw ListingError(inner.token.position, .formatInBraces)
        }
      }
    }
    return result
  }

  private mutating func descend() throws(ListingError) {
    depth += 1
    guard depth <= limits.expressionDepth else {
      throw ListingError(token.position, .expressionTooDeep(limits.expressionDepth))
    }
  }
}
