/// A search through the history that goes on with each letter.
public struct ReverseSearch: Hashable, Sendable {
  /// What is looked for.
  public internal(set) var query = ""
  /// The line found, as an index into the history; nil when there is none.
  public internal(set) var match: Int?
  /// The text that comes back when the search is given up.
  let draft: String
}
