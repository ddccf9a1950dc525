/// A place in a listing: line and character, both from 1.
struct Position: Hashable, Sendable {
  var line: Int
  var column: Int
}

/// The smallest parts of a listing.
struct Token {
  enum Kind: Hashable {
    case name(String)
    case word(Word)
    case number(Int64)
    case decimal(Double)
    /// Microseconds.
    case duration(Int64)
    case text([UInt8])
    /// An f-text: text, and expressions as tokens.
    case formatted([Part])
    case mark(Mark)
    case end
  }

  enum Part: Hashable {
    case text([UInt8])
    case tokens([Token])
  }

  let kind: Kind
  let position: Position

  /// The token as messages quote it.
  var words: String {
    switch kind {
    case .name(let name): "`\(name)`"
    case .word(let word): "`\(word.rawValue)`"
    case .number, .decimal: "a number"
    case .duration: "a duration"
    case .text, .formatted: "a text"
    case .mark(let mark): "`\(mark.rawValue)`"
    case .end: "the end of the line"
    }
  }
}

extension Token: Hashable {}

/// The words that belong to the language.
enum Word: String, Hashable, CaseIterable {
  case def, every
  case `if`, elif, `else`, `while`, `for`, `in`
  case `break`, `continue`, `return`, pass
  case `try`, except, finally, spawn
  case and, or, not, `is`
  case none = "None"
  case yes = "True"
  case no = "False"
}

/// Brackets, operators and commas.
enum Mark: String, Hashable, CaseIterable {
  case open = "("
  case close = ")"
  case openList = "["
  case closeList = "]"
  case comma = ","
  case colon = ":"
  case dot = "."
  case assign = "="
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
  case plusAssign = "+="
  case minusAssign = "-="
  case timesAssign = "*="
  case divideAssign = "/="
  case floorDivideAssign = "//="
  case remainderAssign = "%="
  /// Ends the value between the braces of an f-text.
  case closeBrace = "}"
}
