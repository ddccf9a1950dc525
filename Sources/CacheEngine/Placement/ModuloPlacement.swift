// Modulo: the remainder says whose key it is.
//
//     owner = nodes[hash mod number of nodes]
//
//     hash     …  6   7   8   9  10  11
//     3 nodes     A   B   C   A   B   C
//     4 nodes     C   D   A   B   C   D        only where both remainders agree does a key stay
//
// It wins by being one division, with shares as even as the hash.
//
// It loses when the number of nodes changes: from n to n + 1 nodes only one key in n + 1 keeps its
// owner, so nearly all of the cache is looked for in the wrong place.
//
// Reference: D. Karger et al., "Consistent hashing and random trees", STOC 1997, which begins with
// what is wrong with it.

/// The remainder of the hash by the number of nodes, in order of joining; weights do not count.
public struct ModuloPlacement: PlacementScheme {
  private let count: UInt32

  public init(_ members: [PlacementMember]) {
    count = UInt32(members.count)
  }

  public func owner(of hash: UInt32) -> Int {
    count == 0 ? -1 : Int(hash % count)
  }

  public func holdings(of memberCount: Int) -> [UInt64] {
    guard count > 0 else { return [] }
    let (each, rest) = (UInt64(1) << 32).quotientAndRemainder(dividingBy: UInt64(count))
    return (0..<memberCount).map { each + (UInt64($0) < rest ? 1 : 0) }
  }
}
