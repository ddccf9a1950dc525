// Nearest: the point that lies closest, in either direction.
//
//             A ·──┬──· C             a key belongs to the point nearest to it: the arc between two
//                half                 points is cut in the middle, and each gets its half
//
// Nobody builds a ring like this; it is what many people expect of one. It is here so that the
// expectation can be tried: a newcomer takes half an arc on either side, from two neighbours.
//
// It wins against the ring with one point a node, because two neighbours share what a dead node
// leaves.
//
// It loses where the ring loses, and costs the ring's simplicity: the end of a node's arc moves
// when a neighbour beyond its own point comes or goes.
//
// Reference: none; compare D. Karger et al., "Consistent hashing and random trees", STOC 1997.

/// The ring's points, each owning what lies nearest to it; halfway between two, the later one owns.
public struct NearestPlacement: PlacementScheme {
  /// A ring whose points are the middles between neighbours: where one node's arc ends.
  private let ends: HashRing
  public let points: [PlacementPoint]

  /// The points that `RingPlacement` gives the same members.
  public init(_ members: [PlacementMember], vnodes: Int) {
    points = RingPlacement.ring(of: members, vnodes: vnodes).points
    var ends: [PlacementPoint] = []
    for (index, point) in points.enumerated() {
      let next = points[(index + 1) % points.count]
      guard next.hash != point.hash || points.count == 1 else { continue }
      // One point alone meets itself once round: its arc may end anywhere.
      let gap = next.hash &- point.hash
      let half = gap == 0 ? UInt32.max / 2 : (gap - 1) / 2
      ends.append(PlacementPoint(hash: point.hash &+ half, member: point.member))
    }
    self.ends = HashRing(ends)
  }

  public func owner(of hash: UInt32) -> Int { ends.owner(of: hash) }

  public func holdings(of memberCount: Int) -> [UInt64] { ends.holdings(of: memberCount) }
}
