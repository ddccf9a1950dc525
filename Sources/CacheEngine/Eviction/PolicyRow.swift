/// What the catalog says of one eviction policy, and how to make one.
public struct PolicyRow: Sendable {
  /// What people type, in lower case.
  public let name: String
  /// Other words for it.
  public let aliases: [String]
  /// Who leaves, in one line.
  public let summary: String
  /// Where it was described.
  public let reference: String
  /// Makes an empty policy for a budget of `capacity`; `seed` starts its lots, if it draws any.
  public let make: @Sendable (_ capacity: Int, _ seed: UInt64) -> any EvictionPolicy

  init<Policy: EvictionPolicy>(
    name: String, aliases: [String] = [], summary: String, reference: String,
    make: @escaping @Sendable (_ capacity: Int, _ seed: UInt64) -> Policy
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.reference = reference
    self.make = { capacity, seed in make(capacity, seed) }
  }
}
