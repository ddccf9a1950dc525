extension ListingProblem {
  var nameHeadline: String {
    switch self {
    case .unknownVariable(let name, _): "`\(name)` is never given a value."
    case .unknownCall(let name, _): "There is no call `\(name)`."
    case .unknownFunction(let name, _): "There is no function `\(name)`."
    case .callWithoutParentheses(let spelling):
      "`\(spelling.prefix { $0 != "(" })` is a call, not a value."
    case .functionTwice(let name, let line): "`\(name)` is defined already, on line \(line)."
    case .functionNamedLikeCall(let name): "`\(name)` is a call that exists already."
    case .parameterTwice(let name): "The parameter `\(name)` stands there twice."
    case .tooManyArguments(let spelling, let takes, let given):
      switch takes {
      case 0: "`\(spelling)` takes no arguments."
      case 1: "`\(spelling)` takes one argument, not \(given)."
      default: "`\(spelling)` takes \(takes) arguments, not \(given)."
      }
    case .missingArgument(let spelling, let parameter): "`\(spelling)` misses its `\(parameter)`."
    case .unknownParameter(let spelling, let name, _): "`\(spelling)` has no `\(name)`."
    case .argumentTwice(let name): "`\(name)` is given twice."
    case .positionalAfterNamed: "An argument without a name follows one with a name."
    case .wrongArgument(let spelling, let parameter, let kind, let found):
      "`\(parameter)` of `\(spelling)` is \(kind.words), not \(found.words)."
    default: limitHeadline
    }
  }

  var nameFix: String {
    switch self {
    case .unknownVariable(let name, let suggestion):
      Self.didYouMean(suggestion, otherwise: "Write \"\(name)\" if it is a text.")
    case .unknownCall(_, let suggestion):
      Self.didYouMean(suggestion, otherwise: "Calls begin with cache, flight, db or queue.")
    case .unknownFunction(_, let suggestion):
      Self.didYouMean(suggestion, otherwise: "Define it with `def`.")
    case .callWithoutParentheses(let spelling): "Write `\(spelling)`."
    case .functionTwice, .functionNamedLikeCall: "Choose another name."
    case .parameterTwice, .argumentTwice: "Remove one of them."
    case .tooManyArguments: "Remove what is too much."
    case .missingArgument: "Write it in the parentheses."
    case .unknownParameter(_, _, let suggestion):
      Self.didYouMean(suggestion, otherwise: "Remove it.")
    case .positionalAfterNamed: "Put those with a name last."
    case .wrongArgument(_, _, let kind, let found):
      kind.accepts(.duration) && (found == .number || found == .decimal)
        ? "Give it a unit, as in 60s." : "Write \(kind.words)."
    default: limitFix
    }
  }

  private var limitHeadline: String {
    switch self {
    case .tooManyLines(let most): "A listing has at most \(most) lines."
    case .lineTooLong(let most): "A line has at most \(most) bytes."
    case .blocksTooDeep(let most): "Blocks are nested more than \(most) deep."
    case .expressionTooDeep(let most): "This is nested more than \(most) deep."
    case .functionTooLarge(let name, let most):
      "`\(name)` needs more than \(most) places for its values."
    case .listingTooLarge(let most): "The listing has more than \(most) operations."
    case .noSuchLine(let line, let count):
      "There is no line \(line); the listing has \(count == 1 ? "one line" : "\(count) lines")."
    case .lineBreakInLine: "A line cannot hold a line break."
    case .unknownOption(let name, _): "The pattern has no option `\(name)`."
    case .wrongOptionValue(let name, let value, _): "`\(value)` cannot be the \(name)."
    default: preconditionFailure("no sentence for \(self)")
    }
  }

  private var limitFix: String {
    switch self {
    case .tooManyLines, .listingTooLarge: "Remove some."
    case .lineTooLong: "Spread it over several lines, with variables."
    case .blocksTooDeep, .functionTooLarge: "Move a part into a function of its own."
    case .expressionTooDeep: "Put a part into a variable."
    case .noSuchLine(_, let count): "Choose a line from 1 to \(count)."
    case .lineBreakInLine: "Write one line at a time."
    case .unknownOption(let name, let known):
      Self.didYouMean(
        Spelling.suggestion(for: name, among: known),
        otherwise: known.isEmpty ? "It has none." : "It has \(known.joined(separator: ", ")).")
    case .wrongOptionValue(_, _, let like): "Write something like `\(like)`."
    default: preconditionFailure("no advice for \(self)")
    }
  }
}
