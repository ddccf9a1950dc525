/// Why a text is not a claim.
public enum ClaimError: Error, Hashable, Sendable {
  case empty
  case unknownWord(String, suggestion: String?)
  case wrongArguments(word: String, forms: [String])
  case unclosedParenthesis(String)
  case unclosedQuote(String)
  case missingComparison(word: String, kind: ClaimWord.Kind)
  case singleEquals
  case missingValue(after: String)
  case wrongValue(word: String, kind: ClaimWord.Kind, given: String)
  case orderOfTexts(word: String)
  case comparedFact(form: String)
  case negatedComparison(String)
  case unknownScope(String)
  case trailing(String)
}
