/// What is wrong with a `.pattern` file, and where.
public struct PatternFileError: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    case noSummary
    case noOption(String)
    case optionTwice(String)
    case unusedOption(String)
    case unknownPlaceholder(String)
    case noListing
    case listing(ListingError)
  }

  /// The line in the file, from 1.
  public let line: Int
  public let problem: Problem

  init(line: Int, _ problem: Problem) {
    self.line = line
    self.problem = problem
  }
}
