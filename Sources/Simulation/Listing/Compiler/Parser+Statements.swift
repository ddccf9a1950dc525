extension Parser {
  /// The statement that begins at this line; goes on to the line after it.
  mutating func statement() throws(ListingError) -> Statement {
    let start = token
    let kind: Statement.Kind
    switch start.kind {
    case .word(.if): return try branch()
    case .word(.while):
      advance()
      let condition = try condition()
      kind = .loop(condition, try block(of: "while", at: start.position))
      return Statement(kind: kind, position: start.position)
    case .word(.for): return try iteration()
    case .word(.try): return try attempt()
    case .word(.def), .word(.every):
      throw ListingError(start.position, .insideFunction(start.plain))
    case .word(let word) where word.isClause:
      throw ListingError(start.position, .strayClause(word.rawValue))
    default: return try simpleStatement()
    }
  }

  /// What stands on the line of an `if` or `every`, behind its colon.
  mutating func statementBehindColon() throws(ListingError) -> Statement {
    switch token.kind {
    case .word(.if), .word(.while), .word(.for), .word(.try), .word(.def), .word(.every):
      throw ListingError(token.position, .nestedOnOneLine(token.plain))
    default: return try simpleStatement()
    }
  }

  private mutating func simpleStatement() throws(ListingError) -> Statement {
    let start = token
    let kind: Statement.Kind
    switch start.kind {
    case .word(.return):
      advance()
      kind = .answer(token.kind == .end ? nil : try expression())
    case .word(.break):
      advance()
      kind = .leave
    case .word(.continue):
      advance()
      kind = .again
    case .word(.pass):
      advance()
      kind = .pass
    case .word(.spawn): kind = try spawn()
    default: kind = try assignmentOrCall()
    }
    if token.kind != .end {
      if token.kind == .mark(.assign), case .answer = kind {
        throw ListingError(token.position, .assignmentInCondition)
      }
      throw expected(.endOfLine)
    }
    index += 1
    return Statement(kind: kind, position: start.position)
  }

  private mutating func spawn() throws(ListingError) -> Statement.Kind {
    advance()
    let position = token.position
    guard token.kind != .end, case .call(let name, let arguments) = try expression().kind else {
      throw ListingError(position, .spawnWithoutCall)
    }
    return .spawn(name, arguments)
  }

  private mutating func assignmentOrCall() throws(ListingError) -> Statement.Kind {
    try refuseForeignStatement()
    let start = token.position
    if case .word(let word) = token.kind, following.kind == .mark(.assign) {
      throw ListingError(start, .reservedName(word.rawValue))
    }
    let left = try expression()
    guard case .mark(let mark) = token.kind, mark == .assign || Parser.updates[mark] != nil else {
      if token.kind != .end { return .evaluate(left) }
      switch left.kind {
      case .call, .name: return .evaluate(left)
      case .binary(.equal, _, _): throw ListingError(start, .comparisonAsStatement)
      default: throw ListingError(start, .uselessExpression)
      }
    }
    guard case .name(let name) = left.kind, !name.contains(".") else {
      throw ListingError(start, Parser.assignmentProblem(left))
    }
    advance()
    let value = try expression()
    guard let operation = Parser.updates[mark] else { return .assign(name, value) }
    return .update(name, operation, value)
  }

  /// The operators that an assignment may apply first.
  private static let updates: [Mark: BinaryOperator] = [
    .plusAssign: .add, .minusAssign: .subtract, .timesAssign: .multiply,
    .divideAssign: .divide, .floorDivideAssign: .floorDivide, .remainderAssign: .remainder,
  ]

  private static func assignmentProblem(_ left: Expression) -> ListingProblem {
    switch left.kind {
    case .call(let name, _), .name(let name): .assignmentToCall(name)
    case .element: .assignmentToElement
    default: .assignmentToLiteral
    }
  }

  /// What stands between `if` and the colon: an `=` there means `==`.
  private mutating func condition() throws(ListingError) -> Expression {
    let condition = try expression()
    if token.kind == .mark(.assign) {
      throw ListingError(token.position, .assignmentInCondition)
    }
    return condition
  }

  private mutating func branch() throws(ListingError) -> Statement {
    let start = token
    var branches: [Statement.Branch] = []
    repeat {
      let position = token.position
      let word = token.plain
      advance()
      let condition = try condition()
      let body = try block(of: word, at: position)
      branches.append(.init(line: position.line, condition: condition, body: body))
    } while begins(.elif)
    var otherwise: [Statement] = []
    if begins(.else) {
      let position = token.position
      advance()
      if token.kind == .word(.if) {
        throw ListingError(position, .foreignStatement("else if", advice: "Write `elif`."))
      }
      otherwise = try block(of: "else", at: position)
    }
    return Statement(kind: .branch(branches, otherwise: otherwise), position: start.position)
  }

  /// Whether the next line goes on with this word, on the same level; moves there if so.
  private mutating func begins(_ word: Word) -> Bool {
    guard index < lines.count, lines[index].indent == indents[indents.count - 1],
      lines[index].tokens[0].kind == .word(word)
    else { return false }
    place = 0
    return true
  }

  private mutating func iteration() throws(ListingError) -> Statement {
    let start = token.position
    advance()
    let name = try name()
    guard token.kind == .word(.in) else { throw expected(.wordIn) }
    advance()
    let list = try expression()
    let body = try block(of: "for", at: start)
    return Statement(kind: .iterate(name, list, body), position: start)
  }

  private mutating func attempt() throws(ListingError) -> Statement {
    let start = token.position
    advance()
    let body = try block(of: "try", at: start)
    var handlers: [Statement.Attempt.Handler] = []
    while begins(.except) {
      let position = token.position
      if handlers.last?.catches == .everything {
        throw ListingError(position, .exceptAfterBare)
      }
      advance()
      let catches = try catches()
      let body = try block(of: "except", at: position)
      handlers.append(.init(line: position.line, catches: catches, body: body))
    }
    if begins(.else) {
      throw ListingError(
        token.position,
        .foreignStatement("else", advice: "Put it at the end of the `try` block."))
    }
    var finally: (line: Int, body: [Statement])?
    if begins(.finally) {
      let position = token.position
      advance()
      finally = (position.line, try block(of: "finally", at: position))
    }
    guard !handlers.isEmpty || finally != nil else { throw ListingError(start, .tryAlone) }
    let attempt = Statement.Attempt(body: body, handlers: handlers, finally: finally)
    return Statement(kind: .attempt(attempt), position: start)
  }

  private mutating func catches() throws(ListingError) -> Program.Catches {
    guard case .name(let name) = token.kind else { return .everything }
    let position = token.position
    advance()
    switch name {
    case "Timeout": return .timeout
    case "Failure": return .failure
    default:
      let suggestion = Spelling.suggestion(for: name, among: ["Timeout", "Failure"])
      throw ListingError(position, .unknownException(name, suggestion: suggestion))
    }
  }
}

extension Token {
  /// The word or name itself, without quotation marks.
  var plain: String {
    switch kind {
    case .name(let name): name
    case .word(let word): word.rawValue
    case .mark(let mark): mark.rawValue
    default: words
    }
  }
}
