/// A rule that maps every hash to one of the members it was made for.
///
/// A scheme speaks of members by their place in the list that it was made from.
public protocol PlacementScheme: Sendable {
  /// The place of the owner of `hash`, or -1 if there is no member.
  func owner(of hash: UInt32) -> Int

  /// The points on the circle, in order of hash; none for a scheme without a circle.
  var points: [PlacementPoint] { get }

  /// How many of the 2³² hashes each member owns, exactly.
  func holdings(of memberCount: Int) -> [UInt64]
}

extension PlacementScheme {
  public var points: [PlacementPoint] { [] }
}
