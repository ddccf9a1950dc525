/// A word that claims can be made of: what it is called, what it takes and what it gives.
///
/// How a word is computed is another table's business; this one lets the parser refuse a slip at
/// the line on which it stands, before any world exists.
public struct ClaimWord: Hashable, Sendable {
  public enum Kind: UInt8, Hashable, Sendable {
    /// True or false; stands alone, without a comparison.
    case fact
    case number
    /// A number from 0 to 1, which may also be written as a percentage.
    case ratio
    case duration
    /// One or more words; only equality can be asked.
    case text
  }

  public var name: String
  /// What stands between the parentheses, in words for messages; none: no parentheses.
  public var parameters: [String]
  public var kind: Kind
  public var summary: String

  public init(
    _ name: String, of parameters: [String] = [], _ kind: Kind, _ summary: String
  ) {
    self.name = name
    self.parameters = parameters
    self.kind = kind
    self.summary = summary
  }

  /// As it is explained: `cached(KEY)`.
  public var form: String {
    parameters.isEmpty ? name : "\(name)(\(parameters.joined(separator: ", ")))"
  }

  /// Every form of a name: `dirty` is a number, `dirty(KEY)` a fact.
  public static func forms(of name: String) -> [ClaimWord] {
    formsByName[name] ?? []
  }

  /// A lesson is read by looking up hundreds of words.
  private static let formsByName = Dictionary(grouping: all, by: \.name)

  /// The word with this name and number of arguments.
  public static func named(_ name: String, arguments: Int) -> ClaimWord? {
    all.first { $0.name == name && $0.parameters.count == arguments }
  }

  /// The nearest name to a word that is none.
  public static func suggestion(for name: String) -> String? {
    NearestWord.suggestion(for: name, among: all.map(\.name))
  }
}
