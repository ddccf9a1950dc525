// From tokens to a tree: recursive descent, with a limit on how deep it may go.

/// Reads a whole listing.
struct Parser {
  let lines: [SourceLine]
  let limits: ListingLimits
  /// The line being read, and the token in it.
  var index = 0
  var place = 0
  /// How far the blocks around the line are indented, the margin first.
  var indents = [0]
  var depth = 0

  init(_ lines: [SourceLine], limits: ListingLimits) {
    self.lines = lines
    self.limits = limits
  }

  /// The tree of a listing.
  static func parse(
    _ source: [String], limits: ListingLimits
  ) throws(ListingError) -> SyntaxTree {
    var parser = Parser(try Lexer.read(source, limits: limits), limits: limits)
    return try parser.listing()
  }

  private mutating func listing() throws(ListingError) -> SyntaxTree {
    var tree = SyntaxTree()
    while index < lines.count {
      place = 0
      let start = token
      guard lines[index].indent == 0 else {
        throw ListingError(start.position, .unexpectedIndent(expected: 0))
      }
      switch start.kind {
      case .word(.def): tree.functions.append(try function())
      case .word(.every): tree.timers.append(try timer())
      case .word(let word) where word.isClause:
        throw ListingError(start.position, .strayClause(word.rawValue))
      default:
        try refuseForeignStatement()
        throw ListingError(start.position, .outsideFunction(start.words))
      }
    }
    return tree
  }

  private mutating func function() throws(ListingError) -> SyntaxTree.Function {
    let start = token.position
    advance()
    let name = try name()
    try expect(.open, .opening("("))
    var parameters: [String] = []
    while token.kind != .mark(.close) {
      let position = token.position
      guard case .name = token.kind else { throw expected(.parameter) }
      let parameter = try self.name()
      guard !parameters.contains(parameter) else {
        throw ListingError(position, .parameterTwice(parameter))
      }
      parameters.append(parameter)
      guard token.kind == .mark(.comma) else { break }
      advance()
    }
    try expect(.close, .closing(")"))
    let body = try block(of: "def", at: start)
    return .init(name: name, parameters: parameters, body: body, position: start)
  }

  private mutating func timer() throws(ListingError) -> SyntaxTree.Timer {
    let start = token.position
    advance()
    let position = token.position
    guard case .duration(let period) = token.kind else {
      throw ListingError(position, .periodNotADuration)
    }
    guard period >= limits.smallestPeriod else {
      let texts = [period, limits.smallestPeriod].map(Value.text(ofDuration:))
      throw ListingError(position, .periodTooShort(texts[0], smallest: texts[1]))
    }
    advance()
    return .init(period: period, body: try block(of: "every", at: start), position: start)
  }

  /// A colon, and the block behind it or under it; ends at the line that follows.
  mutating func block(
    of word: String, at start: Position
  ) throws(ListingError) -> [Statement] {
    try colon(after: word)
    if token.kind != .end { return [try statementBehindColon()] }
    let outer = indents[indents.count - 1]
    index += 1
    guard index < lines.count, lines[index].indent > outer else {
      throw ListingError(start, .missingBlock(after: word))
    }
    guard indents.count <= limits.blockDepth else {
      place = 0
      throw ListingError(token.position, .blocksTooDeep(limits.blockDepth))
    }
    indents.append(lines[index].indent)
    defer { indents.removeLast() }
    var statements: [Statement] = []
    while index < lines.count, try isInBlock() {
      place = 0
      statements.append(try statement())
    }
    return statements
  }

  /// Whether the line belongs to the innermost block, and not to one around it.
  private func isInBlock() throws(ListingError) -> Bool {
    let line = lines[index]
    let inner = indents[indents.count - 1]
    if line.indent == inner { return true }
    let position = line.tokens[0].position
    if line.indent > inner {
      throw ListingError(position, .unexpectedIndent(expected: inner))
    }
    guard indents.contains(line.indent) else {
      throw ListingError(position, .unevenIndent(found: line.indent, steps: indents))
    }
    return false
  }

  private mutating func colon(after word: String) throws(ListingError) {
    switch token.kind {
    case .mark(.colon): advance()
    case .end: throw ListingError(token.position, .missingColon(after: word))
    case .mark(.assign): throw ListingError(token.position, .assignmentInCondition)
    default: throw ListingError(token.position, .missingColon(after: word))
    }
  }
}

// MARK: tokens

extension Parser {
  var token: Token { lines[index].tokens[place] }

  /// The token after this one, which is the last one if this is.
  var following: Token {
    let tokens = lines[index].tokens
    return tokens[min(place + 1, tokens.count - 1)]
  }

  mutating func advance() {
    if place < lines[index].tokens.count - 1 { place += 1 }
  }

  func expected(_ expectation: ListingProblem.Expectation) -> ListingError {
    ListingError(token.position, .expected(expectation, found: token.words))
  }

  mutating func expect(
    _ mark: Mark, _ expectation: ListingProblem.Expectation
  ) throws(ListingError) {
    guard token.kind == .mark(mark) else { throw expected(expectation) }
    advance()
  }

  mutating func name() throws(ListingError) -> String {
    switch token.kind {
    case .name(let name):
      advance()
      return name
    case .word(let word): throw ListingError(token.position, .reservedName(word.rawValue))
    default: throw expected(.name)
    }
  }
}

extension Word {
  /// Whether it goes on with a statement that a line above began.
  var isClause: Bool {
    switch self {
    case .elif, .else, .except, .finally: true
    default: false
    }
  }
}
