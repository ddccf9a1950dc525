// Ketama: the ring that the memcached clients agree on.
//
// As the ring, with the number of points settled: 160 a node on average, 40 digests of four points
// each, shared out by weight. A node with twice the weight of another has twice its points; but a
// weight changes everybody's number of points, so it moves keys between the others as well.
//
//     digests of a node = ⌊40 · nodes · weight ÷ sum of weights⌋
//
// It wins where several programs in several languages must find the same key on the same node.
//
// It loses on evenness: with 160 points the fullest node of ten holds an eighth more than its
// share, and nobody can turn the number up without leaving the agreement.
//
// Reference: R. Jones, "libketama: a consistent hashing algorithm for memcache clients" (2007).

/// The memcached clients' points and weights.
public enum KetamaPlacement {
  /// The ring of `members`, whose labels are host:port where other clients are to agree.
  public static func ring(of members: [PlacementMember]) -> HashRing {
    let total = members.reduce(0) { $0 + $1.weight }
    var points: [PlacementPoint] = []
    for (place, member) in members.enumerated() {
      let digests = 40 * members.count * member.weight / total
      points += HashRing.points(label: member.label, count: digests * 4, member: place)
    }
    return HashRing(points)
  }
}
