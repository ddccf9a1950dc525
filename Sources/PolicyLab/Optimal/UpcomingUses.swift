// Next uses, and the latest of them at hand.
//
// At each miss OPT lets the latest go. Most newcomers are needed later than all that are here, so
// the newcomer of one miss is the one who leaves at the next. Hence the latest of all stands
// outside the set, and so does the knowledge who would be the latest but for it: where newcomer
// follows newcomer, only one number is written over, and the set is not touched.
//
//     set  ··1··1·1···1·····1         latest: 31     a newcomer for 40 takes its place,
//                           └ 23: the second         one for 12 goes into the set, and 23 comes out

/// The positions of the next uses of all who are here, when each of them is asked for again.
struct UpcomingUses {
  private static let nobody = -1
  private static let unknown = -2

  private let bits: PositionSet.Bits
  /// The latest of all, which is not in the set.
  private(set) var latest = nobody
  /// The latest in the set.
  private var second = nobody

  init(_ bits: PositionSet.Bits) {
    self.bits = bits
  }

  /// Takes out the use at `position`, which no other comes before; says whether there was one.
  @inline(__always)
  mutating func take(_ position: Int) -> Bool {
    if bits.contains(position) {
      bits.remove(position)
      if second == position { second = UpcomingUses.nobody }
      return true
    }
    guard latest == position else { return false }
    latest = UpcomingUses.nobody
    return true
  }

  /// One more is here.
  @inline(__always)
  mutating func insert(_ position: Int) {
    let earlier = min(position, latest)
    latest = max(position, latest)
    guard earlier != UpcomingUses.nobody else { return }
    bits.insert(earlier)
    if second != UpcomingUses.unknown { second = max(second, earlier) }
  }

  /// The latest leaves, and one more is here.
  @inline(__always)
  mutating func replaceLatest(by position: Int) {
    if second == UpcomingUses.unknown { second = bits.max ?? UpcomingUses.nobody }
    if position > second {
      latest = position
    } else {
      bits.remove(second)
      bits.insert(position)
      latest = second
      second = UpcomingUses.unknown
    }
  }

  /// The latest leaves.
  mutating func removeLatest() {
    if second == UpcomingUses.unknown { second = bits.max ?? UpcomingUses.nobody }
    latest = second
    if second != UpcomingUses.nobody { bits.remove(second) }
    second = UpcomingUses.unknown
  }
}
