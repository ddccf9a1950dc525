// A circle of hashes.
//
// Every node has points on a circle of 2³² hashes, and a key belongs to the first point at its
// own hash or clockwise of it; past the top it goes on from 0. A node that comes takes over the
// arcs before its points, and nothing else changes hands.
//
// Looking a key up must not cost more than the cache itself. The points lie sorted in flat arrays;
// a table over the leading bits of the hash says where to begin, about one entry a point, so that
// a look-up is two or three reads however many points there are.

/// Points on a circle, and who owns what lies between them.
public struct HashRing: PlacementScheme {
  private let hashes: [UInt32]
  private let members: [UInt32]
  /// For each value of the leading bits, the first point that is not before it.
  private let starts: [UInt32]
  private let shift: UInt32

  /// A ring of these points, in any order; where two fall together, the earlier member owns.
  public init(_ points: [PlacementPoint]) {
    let sorted = points.map { UInt64($0.hash) << 32 | UInt64($0.member) }.sorted()
    hashes = sorted.map { UInt32($0 >> 32) }
    members = sorted.map { UInt32(truncatingIfNeeded: $0) }
    var bits: UInt32 = 0
    while 1 << Int(bits) < sorted.count { bits += 1 }
    shift = 32 - bits
    var starts: [UInt32] = []
    starts.reserveCapacity(1 << Int(bits))
    var next = 0
    for leading in 0..<UInt64(1 << Int(bits)) {
      while next < hashes.count, UInt64(hashes[next]) < leading << UInt64(shift) { next += 1 }
      starts.append(UInt32(next))
    }
    self.starts = starts
  }

  public func owner(of hash: UInt32) -> Int {
    guard !hashes.isEmpty else { return -1 }
    var place = Int(starts[Int(UInt64(hash) >> UInt64(shift))])
    while place < hashes.count, hashes[place] < hash { place += 1 }
    return Int(members[place == hashes.count ? 0 : place])
  }

  public var points: [PlacementPoint] {
    zip(hashes, members).map { PlacementPoint(hash: $0, member: Int($1)) }
  }

  public func holdings(of memberCount: Int) -> [UInt64] {
    var holdings = [UInt64](repeating: 0, count: memberCount)
    guard let last = hashes.last, let first = members.first else { return holdings }
    var before = UInt64(0)
    for (hash, member) in zip(hashes, members) {
      // A point owns from just after the point before it up to and including itself.
      holdings[Int(member)] += UInt64(hash) + 1 - before
      before = UInt64(hash) + 1
    }
    holdings[Int(first)] += 1 << 32 - (UInt64(last) + 1)
    return holdings
  }

  /// The first `count` ketama points of one node.
  ///
  /// Those are the words of md5("label-0"), md5("label-1") …, four a digest.
  public static func points(label: String, count: Int, member: Int) -> [PlacementPoint] {
    var points: [PlacementPoint] = []
    points.reserveCapacity(count + 3)
    var digest = 0
    while points.count < count {
      let words = MD5(of: "\(label)-\(digest)").words
      for word in [words.0, words.1, words.2, words.3] {
        points.append(PlacementPoint(hash: word, member: member))
      }
      digest += 1
    }
    points.removeLast(points.count - count)
    return points
  }
}
