extension ListingProblem {
  var statementHeadline: String? {
    switch self {
    case .expected(let expectation, let found): "Expected \(expectation.words), found \(found)."
    case .missingColon(let word): "The line of `\(word)` ends without a colon."
    case .assignmentInCondition: "`=` gives a variable a value; it does not compare."
    case .comparisonAsStatement: "`==` compares, and nothing uses the result."
    case .uselessExpression: "This line computes a value that nothing uses."
    case .reservedName(let word): "`\(word)` is a word of the language and cannot be a name."
    case .chainedComparison: "Two comparisons follow each other."
    case .comparisonWithIs: "`is` only asks for `None`."
    case .foreignStatement(let word, _): "`\(word)` is not part of this language."
    case .unknownStatement(let word, _): "`\(word)` begins no statement."
    case .strayClause(let word): "`\(word)` has nothing above it to belong to."
    case .nestedOnOneLine(let word): "`\(word)` cannot stand behind a colon."
    case .outsideFunction: "Only `def` and `every` stand at the margin."
    case .insideFunction(let word): "`\(word)` stands inside another block."
    case .exitOutside(let word):
      word == "return" ? "`return` stands outside a function." : "`\(word)` stands outside a loop."
    case .exitFromFinally(let word): "`\(word)` would leave the `finally`."
    case .assignmentToCall(let name): "`\(name)(…)` is a call and cannot be given a value."
    case .assignmentToElement: "Lists do not change."
    case .assignmentToLiteral: "Only a name can be given a value."
    case .tryAlone: "`try` has neither `except` nor `finally`."
    case .unknownException(let name, _): "`\(name)` is nothing that can be caught."
    case .exceptAfterBare: "The `except` above catches everything."
    case .spawnWithoutCall: "`spawn` starts a function."
    case .spawnOfCall(let name): "`\(name)` is no function of this listing."
    case .periodNotADuration: "`every` needs a period."
    case .periodTooShort(let period, _): "\(period) is too often."
    default: nil
    }
  }

  var statementFix: String? {
    switch self {
    case .expected(let expectation, _): expectation.fix
    case .missingColon: "Write `:` at its end."
    case .assignmentInCondition: "Write `==`."
    case .comparisonAsStatement: "Write `=` to give the variable a value."
    case .uselessExpression: "Give it to a variable, as in x = …, or return it."
    case .reservedName: "Choose another name."
    case .chainedComparison: "Write a < b and b < c."
    case .comparisonWithIs: "Write `is None`, `is not None`, or `==`."
    case .foreignStatement(_, let advice): advice
    case .unknownStatement(_, let suggestion):
      Self.didYouMean(suggestion, otherwise: "Statements are x = …, a call, if, while, return ….")
    case .strayClause(let word):
      switch word {
      case "except", "finally": "Write it right after a `try` block, indented like `try`."
      default: "Write it right after an `if` block, indented like `if`."
      }
    case .nestedOnOneLine: "Put it on a line of its own, indented."
    case .outsideFunction: "Indent this line, so that it belongs to a function."
    case .insideFunction: "Move it to the margin."
    case .exitOutside(let word):
      word == "return" ? "Indent it under a `def`." : "Indent it under `while` or `for`."
    case .exitFromFinally: "Put it after the `finally` block, which always runs to its end."
    case .assignmentToCall: "Put a name on the left of `=`."
    case .assignmentToElement: "Make a new one, as in list = list + [x]."
    case .assignmentToLiteral: "Put a name on the left of `=`."
    case .tryAlone: "Write `except:` or `finally:` after its block."
    case .unknownException(_, let suggestion):
      Self.didYouMean(
        suggestion, otherwise: "Write `except Timeout:`, `except Failure:` or `except:`.")
    case .exceptAfterBare: "Put it last."
    case .spawnWithoutCall: "Write spawn f(x)."
    case .spawnOfCall: "Write a function with `def`, and spawn that."
    case .periodNotADuration: "Write a duration, as in every 5s:"
    case .periodTooShort(_, let smallest): "Write \(smallest) or more."
    default: nil
    }
  }
}
