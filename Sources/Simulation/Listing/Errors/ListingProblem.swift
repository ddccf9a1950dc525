/// The mistakes that a listing can have; `ListingProblem+Message.swift` has the sentences.
public enum ListingProblem: Hashable, Sendable {
  // Indentation.
  case tab
  case unevenIndent(found: Int, steps: [Int])
  case unexpectedIndent(expected: Int)
  case missingBlock(after: String)

  // Characters and words.
  case unclosedText(quote: String)
  case unknownEscape(String)
  case unknownCharacter(String)
  case foreignOperator(String, advice: String)
  case foreignWord(String, instead: String)
  case unknownUnit(String)
  case durationTooFine
  case numberTooLarge(String)
  case braceInText(String)
  case emptyBraces
  case formatInBraces
  case formattedInFormatted

  // Statements.
  case expected(Expectation, found: String)
  case missingColon(after: String)
  case assignmentInCondition
  case comparisonAsStatement
  case uselessExpression
  case reservedName(String)
  case chainedComparison
  case comparisonWithIs
  case foreignStatement(String, advice: String)
  case unknownStatement(String, suggestion: String?)
  case strayClause(String)
  case nestedOnOneLine(String)
  case outsideFunction(String)
  case insideFunction(String)
  case exitOutside(String)
  case exitFromFinally(String)
  case assignmentToCall(String)
  case assignmentToElement
  case assignmentToLiteral
  case tryAlone
  case unknownException(String, suggestion: String?)
  case exceptAfterBare
  case spawnWithoutCall
  case spawnOfCall(String)
  case periodNotADuration
  case periodTooShort(String, smallest: String)

  // Names and arguments.
  case unknownVariable(String, suggestion: String?)
  case unknownCall(String, suggestion: String?)
  case unknownFunction(String, suggestion: String?)
  case callWithoutParentheses(String)
  case functionTwice(String, firstLine: Int)
  case functionNamedLikeCall(String)
  case parameterTwice(String)
  case tooManyArguments(String, takes: Int, given: Int)
  case missingArgument(String, parameter: String)
  case unknownParameter(String, name: String, suggestion: String?)
  case argumentTwice(String)
  case positionalAfterNamed
  case wrongArgument(String, parameter: String, ParameterKind, found: ValueKind)

  // Limits.
  case tooManyLines(Int)
  case lineTooLong(Int)
  case blocksTooDeep(Int)
  case expressionTooDeep(Int)
  case functionTooLarge(String, Int)
  case listingTooLarge(Int)

  // Editing and options.
  case noSuchLine(Int, count: Int)
  case lineBreakInLine
  case unknownOption(String, known: [String])
  case wrongOptionValue(String, String, like: String)

  /// What the grammar wants next.
  public enum Expectation: Hashable, Sendable {
    case expression
    case name
    case parameter
    case closing(String)
    case opening(String)
    case wordIn
    case endOfLine
  }
}
