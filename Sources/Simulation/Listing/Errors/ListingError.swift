/// What is wrong with a listing, and where.
public struct ListingError: Error, Hashable, Sendable {
  /// The line as it is shown, from 1.
  public let line: Int
  /// The character in the line, from 1; one past the end when something is missing there.
  public let column: Int
  public let problem: ListingProblem

  public init(line: Int, column: Int, _ problem: ListingProblem) {
    self.line = line
    self.column = column
    self.problem = problem
  }

  init(_ position: Position, _ problem: ListingProblem) {
    self.init(line: position.line, column: position.column, problem)
  }
}
