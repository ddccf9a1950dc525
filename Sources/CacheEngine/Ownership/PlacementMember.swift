/// A node as a placement sees it.
public struct PlacementMember: Hashable, Sendable {
  /// Whatever the caller knows the node by; it comes back as owner.
  public var id: Int
  /// The name that is hashed: another name means other points.
  public var label: String
  /// How many times an ordinary node it counts for, at least 1.
  public var weight: Int

  public init(id: Int, label: String, weight: Int = 1) {
    self.id = id
    self.label = label
    self.weight = weight
  }
}
