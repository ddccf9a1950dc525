// The ring: walk clockwise to the first node.
//
//                 0°
//             A ·─┴─· C              a key belongs to the first point clockwise of it
//           ╱         ╲
//          │     key ──┼─▶ B         node D between C and B: only the arc C … D changes hands,
//           ╲         ╱              all of it from B to D
//             ·──┬──·
//
// It wins when nodes come and go: a node that joins takes a stretch, a node that dies leaves its
// stretch to the next one, and every other key stays at home.
//
// It loses with one point a node: the stretches are very uneven, and the whole stretch of a dead
// node falls on one neighbour. Virtual nodes are the cure: N points a node, so that stretches
// average out and a dead node's keys are spread over all the others. They cost memory, and their
// number is part of every key's address: changing it moves most keys.
//
// Point i of a node is the i-th ketama point of its label, N × weight of them. With 160 of them
// and equal weights this is ketama itself.
//
// Reference: D. Karger et al., "Consistent hashing and random trees", STOC 1997.

/// A ring with any number of points a node.
public enum RingPlacement {
  /// The ring of `members` with `vnodes` points for each unit of weight.
  public static func ring(of members: [PlacementMember], vnodes: Int) -> HashRing {
    var points: [PlacementPoint] = []
    for (place, member) in members.enumerated() {
      points += HashRing.points(
        label: member.label, count: vnodes * member.weight, member: place)
    }
    return HashRing(points)
  }
}
