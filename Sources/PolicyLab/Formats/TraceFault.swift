/// What is wrong with a trace, and where.
public struct TraceFault: Error, Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    /// Lines count from 1.
    case line(Int)
    /// Records of a binary format count from 1.
    case record(Int)
  }

  public var place: Place
  public var problem: TraceProblem

  public init(_ place: Place, _ problem: TraceProblem) {
    self.place = place
    self.problem = problem
  }
}

/// What can be wrong with one record.
public enum TraceProblem: Error, Hashable, Sendable {
  /// A field that has to be a number is none.
  case noNumber(String, field: String)
  /// A number that is larger than `most`.
  case tooLarge(String, field: String, most: UInt64)
  case noKey
  /// A record has fewer columns than needed.
  case tooFewColumns(Int, needed: Int)
  /// Nothing says which of several columns is the key.
  case noKeyColumn(columns: Int)
  /// The header has no such column.
  case unknownColumn(String, known: [String])
  /// The line does not look like the format's lines, which look like this.
  case notLike(example: String)
  /// The file ends in the middle of a record.
  case truncated(bytes: Int, of: Int)
  /// The bytes make no sense in this format.
  case nonsense(String)
  case lineTooLong(limit: Int)

  /// Whether leaving the record out could help: a wrong header concerns every line.
  public var isSkippable: Bool {
    switch self {
    case .noKeyColumn, .unknownColumn, .truncated: false
    default: true
    }
  }
}
