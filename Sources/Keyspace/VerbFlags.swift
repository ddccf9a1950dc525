/// What a verb does to a cache, and where it has to go.
public struct VerbFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Leaves every entry as it is (recency and counts may change).
  public static let readonly = VerbFlags(rawValue: 1)
  /// May change, add or remove entries.
  public static let write = VerbFlags(rawValue: 2)
  /// Names no key: any node answers for itself.
  public static let keyless = VerbFlags(rawValue: 4)
  /// Takes away more than the keys that it names.
  public static let destructive = VerbFlags(rawValue: 8)
  /// Holds for all of its keys or for none: they have to live on one node.
  public static let indivisible = VerbFlags(rawValue: 16)
}
