// The sentences for a learner whose listing does not compile: what is wrong, then what to write
// instead. The tests quote every one of them.

extension ListingError: CustomStringConvertible {
  /// Where, what, and what to do: one paragraph.
  public var description: String {
    "line \(line), column \(column): \(problem.headline) \(problem.fix)"
  }
}

extension ListingProblem {
  /// What is wrong: one sentence.
  public var headline: String {
    lexicalHeadline ?? statementHeadline ?? nameHeadline
  }

  /// What to write instead: one sentence.
  public var fix: String {
    lexicalFix ?? statementFix ?? nameFix
  }

  private static func choice(of numbers: [Int]) -> String {
    let texts = numbers.map { "\($0)" }
    guard let last = texts.last, texts.count > 1 else { return texts.joined() }
    return "\(texts.dropLast().joined(separator: ", ")) or \(last)"
  }

  static func didYouMean(_ suggestion: String?, otherwise: String) -> String {
    suggestion.map { "Did you mean `\($0)`?" } ?? otherwise
  }
}

extension ListingProblem {
  private var lexicalHeadline: String? {
    switch self {
    case .tab: "This line is indented with a tab."
    case .unevenIndent(let found, _):
      "This line is indented by \(found) spaces, and nothing around it is."
    case .unexpectedIndent: "This line is indented deeper than the lines around it."
    case .missingBlock(let word): "Nothing is indented under `\(word)`."
    case .unclosedText: "This text has no end."
    case .unknownEscape(let escape): "`\(escape)` stands for nothing in a text."
    case .unknownCharacter(let character): "`\(character)` means nothing here."
    case .foreignOperator(let spelling, _): "`\(spelling)` is not part of this language."
    case .foreignWord(let word, _): "`\(word)` is not a word of this language."
    case .unknownUnit(let unit): "`\(unit)` is no unit of time."
    case .durationTooFine: "No duration is finer than a microsecond."
    case .numberTooLarge(let digits): "\(digits) is too large a number."
    case .braceInText(let brace): "This `\(brace)` has no partner."
    case .emptyBraces: "Nothing stands between these braces."
    case .formatInBraces: "Braces hold a value and nothing else."
    case .formattedInFormatted: "An f-text cannot stand inside another one."
    default: nil
    }
  }

  private var lexicalFix: String? {
    switch self {
    case .tab: "Indent with four spaces."
    case .unevenIndent(_, let steps):
      "Indent it by \(Self.choice(of: steps)) spaces."
    case .unexpectedIndent(let expected):
      expected == 0 ? "Move it to the margin." : "Indent it by \(expected) spaces, as they are."
    case .missingBlock: "Indent the lines that belong to it by four spaces; `pass` does nothing."
    case .unclosedText(let quote): "Close it with \(quote) on the same line."
    case .unknownEscape: #"Known are \n \t \\ \" \' and \x with two hexadecimal digits."#
    case .unknownCharacter(let character):
      ["“", "”", "„", "‘", "’"].contains(character)
        ? "Use straight quotes: \"text\"." : "Remove it."
    case .foreignOperator(_, let advice): advice
    case .foreignWord(_, let instead): "Write `\(instead)`."
    case .unknownUnit: "Write us, ms, s, m or h, as in 100ms."
    case .durationTooFine: "Write whole microseconds, as in 20us."
    case .numberTooLarge: "Numbers end at 9223372036854775807."
    case .braceInText(let brace):
      "\(brace == "{" ? "Close it with }, or write" : "Write") it twice to mean the character."
    case .emptyBraces: "Write a value between them, as in f\"lock:{key}\"."
    case .formatInBraces: "Remove what follows the value."
    case .formattedInFormatted: "Put the inner one into a variable first."
    default: nil
    }
  }
}

extension ListingProblem.Expectation {
  var words: String {
    switch self {
    case .expression: "a value"
    case .name: "a name"
    case .parameter: "the name of a parameter"
    case .closing(let bracket): "`\(bracket)`"
    case .opening(let bracket): "`\(bracket)`"
    case .wordIn: "`in`"
    case .endOfLine: "the end of the line"
    }
  }

  var fix: String {
    switch self {
    case .expression: "Write a variable, a text, a number, or a call."
    case .name: "Names are made of letters, digits and _, and begin with a letter."
    case .parameter: "Write names with commas between them, as in def write(key, value):"
    case .closing: "Close what you opened on the same line."
    case .opening: "Write the parameters in parentheses, as in def read(key):"
    case .wordIn: "Write for x in list:"
    case .endOfLine: "One statement stands on one line."
    }
  }
}
