/// Why a word is not what it should be, beside not looking like it.
public enum ArgumentProblem: Error, Hashable, Sendable {
  /// Not of the form at all.
  case form
  case empty
  case outOfRange(ClosedRange<Int>)
  /// A number without its unit; what it probably means.
  case missingUnit(suggestion: String)
  /// None of the known words; the nearest one, if there is one.
  case unknown(known: [String], suggestion: String?)
  /// A range whose end comes before its start; the other way round.
  case backwards(String)
  case tooManyKeys(limit: Int)
  case tooLong(limit: Int)
  case notText
  /// A command of another kind than is wanted here.
  case otherCommand(String)
  /// What is wrong inside a filter.
  case filter(String)

  static func unknown(_ word: String, among known: [String]) -> ArgumentProblem {
    .unknown(known: known, suggestion: NearestWord.suggestion(for: word, among: known))
  }
}
