// A change of owners as it is seen.
//
// Keys do not all change hands at once on the screen. A newcomer's stretch is swept from its point
// backwards, a dead node's from where it stood: whoever is nearest to the new owner goes first. So
// the arc changes its colour from one end to the other while the counter runs, and what is seen at
// any instant adds up.

/// Who owns which stretch: by the first point at or after a position, past the top the very first;
/// or by the nearest one.
struct RingOwners: Hashable, Sendable {
  private let points: [RingPanel.Point]
  private let isNearest: Bool

  init(_ points: [RingPanel.Point], isNearest: Bool = false) {
    self.points = points.sorted { ($0.hash, $0.node) < ($1.hash, $1.node) }
    self.isNearest = isNearest
  }

  func owner(of hash: UInt32) -> Int { deciding(hash)?.node ?? 0 }

  /// The point that decides; nil when there is none.
  ///
  /// O(log points).
  func deciding(_ hash: UInt32) -> RingPanel.Point? {
    guard !points.isEmpty else { return nil }
    var low = 0
    var high = points.count
    while low < high {
      let middle = (low + high) / 2
      if points[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    let next = points[low % points.count]
    guard isNearest else { return next }
    let last = points[(low + points.count - 1) % points.count]
    return hash &- last.hash < next.hash &- hash ? last : next
  }
}

/// The owners during a change.
struct RingSweep: Hashable, Sendable {
  let new: RingOwners
  /// The owners before; nil when nobody knows them: then nothing is swept.
  let old: RingOwners?
  /// How far the change has come, in thousandths.
  let progress: Int
  /// The nearest and the farthest mover, by the way to its new owner.
  private let nearest: UInt32
  private let farthest: UInt32

  /// One key's own journey, in thousandths of all.
  private static let journey = 300

  init(
    _ new: RingOwners, from old: RingOwners? = nil, movers: [UInt32] = [], progress: Int = 1_000
  ) {
    self.new = new
    self.old = progress < 1_000 ? old : nil
    self.progress = progress
    let ways = movers.map { hash in (new.deciding(hash)?.hash ?? hash) &- hash }
    nearest = ways.min() ?? 0
    farthest = ways.max() ?? 0
  }

  /// The owner of a position as it is shown.
  func owner(of hash: UInt32) -> Int {
    guard let old, travelled(hash) < 1_000 else { return new.owner(of: hash) }
    return old.owner(of: hash)
  }

  /// Where the dot of a key stands that is on its way from its old owner's point to its new
  /// owner's; nil when it does not travel, or not now.
  func traveller(of hash: UInt32) -> UInt32? {
    guard let was = old?.deciding(hash), let now = new.deciding(hash), was.node != now.node else {
      return nil
    }
    let done = travelled(hash)
    guard done > 0, done < 1_000 else { return nil }
    // Both ways are clockwise from the key: the dot never leaves the walk.
    let (from, to) = (Int64(was.hash &- hash), Int64(now.hash &- hash))
    return hash &+ UInt32(truncatingIfNeeded: from + (to - from) * Int64(done) / 1_000)
  }

  /// How far a key has come, in thousandths.
  func travelled(_ hash: UInt32) -> Int {
    guard let old else { return 1_000 }
    guard let now = new.deciding(hash), now.node != old.owner(of: hash) else { return 1_000 }
    let way = min(max(now.hash &- hash, nearest), farthest)
    let place = Int(UInt64(way - nearest) * 1_000 / UInt64(max(1, farthest - nearest)))
    return RingSweep.travelled(place: place, progress)
  }

  /// How far a mover has come whose turn is at a place, in thousandths of all turns.
  static func travelled(place: Int, _ progress: Int) -> Int {
    let start = (1_000 - journey) * place / 1_000
    return min(1_000, max(0, (progress - start) * 1_000 / journey))
  }
}
