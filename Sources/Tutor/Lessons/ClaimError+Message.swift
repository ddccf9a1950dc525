extension ClaimError {
  /// What is wrong with the claim and how to put it right.
  public var message: FileMessage {
    switch self {
    case .empty:
      FileMessage(what: "a claim is missing", fix: "write one, such as hits >= 1")
    case .unknownWord(let word, let suggestion):
      FileMessage(
        what: "\(word) is no word of claims",
        fix: suggestion.map { "did you mean \($0)?" } ?? "use one of the words of help claims")
    case .wrongArguments(let word, let forms):
      FileMessage(
        what: "\(word) does not take these arguments",
        fix: "write \(forms.joined(separator: " or "))")
    case .unclosedParenthesis(let text):
      FileMessage(what: "the parenthesis of \(text) is never closed", fix: "add )")
    case .unclosedQuote(let text):
      FileMessage(what: "the quote \(text) is never closed", fix: "add \"")
    case .missingComparison(let word, let kind):
      FileMessage(
        what: "\(word) is \(kind.phrase), not yes or no",
        fix: "compare it: \(word) \(kind.example)")
    case .singleEquals:
      FileMessage(what: "= compares nothing", fix: "write ==")
    case .missingValue(let text):
      FileMessage(what: "nothing follows \(text)", fix: "write what it is compared with")
    case .wrongValue(let word, let kind, let given):
      FileMessage(
        what: "\(word) is \(kind.phrase) and cannot be compared with \(given)",
        fix: "write, for example, \(word) \(kind.example)")
    case .orderOfTexts(let word):
      FileMessage(
        what: "\(word) is a text, and texts are not larger or smaller", fix: "use == or !=")
    case .comparedFact(let form):
      FileMessage(
        what: "\(form) is true or false by itself", fix: "write \(form) or not \(form), no more")
    case .negatedComparison(let text):
      FileMessage(
        what: "not cannot stand before the comparison \(text)",
        fix: "turn the comparison round: <= becomes >, == becomes !=")
    case .unknownScope(let word):
      FileMessage(
        what: "over \(word) is no stretch of a lesson",
        fix: "write over command, over step or over lesson")
    case .trailing(let text):
      FileMessage(
        what: "\(text) follows the claim and means nothing",
        fix: "join claims with and; put two blanks before a sentence")
    }
  }
}

extension ClaimWord.Kind {
  /// The kind in words, with its article.
  var phrase: String {
    switch self {
    case .fact: "a fact"
    case .number: "a number"
    case .ratio: "a ratio"
    case .duration: "a duration"
    case .text: "a text"
    }
  }

  /// A comparison that would do.
  var example: String {
    switch self {
    case .fact: ""
    case .number: ">= 1"
    case .ratio: ">= 0.8"
    case .duration: "<= 60s"
    case .text: "== Ada"
    }
  }
}
