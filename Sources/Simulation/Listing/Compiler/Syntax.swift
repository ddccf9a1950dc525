// A listing as a tree, between the parser and the compiler.

struct Expression {
  indirect enum Kind {
    case literal(Literal)
    /// A variable; or, with dots, a call that lacks its parentheses.
    case name(String)
    case call(String, [Argument])
    case list([Expression])
    case element(Expression, index: Expression)
    case formatted([Part])
    case negate(Expression)
    case not(Expression)
    case binary(BinaryOperator, Expression, Expression)
    case isNone(Expression, negated: Bool)
    /// Two operands and more of `and`, or of `or`.
    case all([Expression])
    case any([Expression])
  }

  enum Part {
    case text([UInt8])
    case value(Expression)
  }

  let kind: Kind
  let position: Position
}

struct Argument {
  /// nil: positional.
  let name: String?
  let value: Expression
  let position: Position
}

enum Literal: Hashable {
  case none
  case bool(Bool)
  case number(Int64)
  case decimal(Double)
  case duration(Int64)
  case text([UInt8])

  var kind: ValueKind {
    switch self {
    case .none: .none
    case .bool: .bool
    case .number: .number
    case .decimal: .decimal
    case .duration: .duration
    case .text: .text
    }
  }
}

struct Statement {
  indirect enum Kind {
    case assign(String, Expression)
    case update(String, BinaryOperator, Expression)
    case evaluate(Expression)
    case branch([Branch], otherwise: [Statement])
    case loop(Expression, [Statement])
    case iterate(String, Expression, [Statement])
    case attempt(Attempt)
    case answer(Expression?)
    case leave
    case again
    case pass
    case spawn(String, [Argument])
  }

  struct Branch {
    let line: Int
    let condition: Expression
    let body: [Statement]
  }

  struct Attempt {
    struct Handler {
      let line: Int
      let catches: Program.Catches
      let body: [Statement]
    }

    let body: [Statement]
    let handlers: [Handler]
    let finally: (line: Int, body: [Statement])?
  }

  let kind: Kind
  let position: Position
}

/// What stands at the margin.
struct SyntaxTree {
  struct Function {
    let name: String
    let parameters: [String]
    let body: [Statement]
    let position: Position
  }

  struct Timer {
    let period: Int64
    let body: [Statement]
    let position: Position
  }

  var functions: [Function] = []
  var timers: [Timer] = []
}
