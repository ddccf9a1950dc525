/// One position of a node on the circle of 2³² hashes.
public struct PlacementPoint: Hashable, Sendable {
  public var hash: UInt32
  /// The place of the node among the placement's members.
  public var member: Int

  public init(hash: UInt32, member: Int) {
    self.hash = hash
    self.member = member
  }

  /// Degrees from the top of the circle, clockwise, 0 ..< 360.
  public var degrees: Double {
    Double(hash) / 0x1p32 * 360
  }
}
