/// Keys that a policy remembers although their entries are gone.
public struct InspectedGhosts: Hashable, Sendable {
  /// The policy's own word for the list.
  public var name: String
  /// The newest, newest first; at most as many as were asked for.
  public var keys: [Symbol]
  /// How many keys the whole list has.
  public var count: Int

  public init(name: String, keys: [Symbol], count: Int) {
    self.name = name
    self.keys = keys
    self.count = count
  }
}
