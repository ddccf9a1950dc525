// What people write who know another language, or who mistyped a word: a sentence of its own for
// each beats "expected the end of the line".

extension Parser {
  private static let foreign: [String: String] = [
    "import": "Everything is there already.",
    "from": "Everything is there already.",
    "class": "There are functions only: write `def`.",
    "raise": "Exceptions come from calls.",
    "throw": "Exceptions come from calls.",
    "with": "Write `try` and `finally`.",
    "lambda": "Write a function with `def`.",
    "global": "Functions share nothing but the cache.",
    "nonlocal": "Functions share nothing but the cache.",
    "del": "Variables need no end.",
    "assert": "Write an `if`.",
    "switch": "Write `if` and `elif`.",
    "match": "Write `if` and `elif`.",
    "case": "Write `elif`.",
    "var": "Write x = … alone.",
    "let": "Write x = … alone.",
    "const": "Write x = … alone.",
    "function": "Write `def`.",
    "func": "Write `def`.",
    "fn": "Write `def`.",
    "async": "Remove it: every call waits.",
    "await": "Remove it: every call waits.",
    "yield": "Write `return`.",
    "do": "Write `while True:`.",
    "foreach": "Write for x in list:",
    "repeat": "Write `while`.",
    "until": "Write `while not`.",
    "unless": "Write `if not`.",
    "catch": "Write `except`.",
    "elseif": "Write `elif`.",
    "elsif": "Write `elif`.",
    "end": "Blocks end where the indentation does.",
    "then": "Write a colon.",
    "go": "Write `spawn`.",
  ]

  /// Throws if the line begins with a name that can begin no statement.
  func refuseForeignStatement() throws(ListingError) {
    guard case .name(let name) = token.kind else { return }
    switch following.kind {
    case .name, .word, .number, .decimal, .duration, .text, .formatted, .mark(.colon): break
    case .end where Parser.foreign[name] != nil: break
    default: return
    }
    switch following.kind {
    case .word(.in), .word(.is), .word(.not), .word(.and), .word(.or): return
    default: break
    }
    if let advice = Parser.foreign[name] {
      throw ListingError(token.position, .foreignStatement(name, advice: advice))
    }
    let words = Word.allCases.filter(\.beginsStatement).map(\.rawValue)
    let suggestion = Spelling.suggestion(for: name, among: words)
    throw ListingError(token.position, .unknownStatement(name, suggestion: suggestion))
  }
}

extension Word {
  fileprivate var beginsStatement: Bool {
    switch self {
    case .in, .and, .or, .not, .is, .none, .yes, .no: false
    default: true
    }
  }
}
