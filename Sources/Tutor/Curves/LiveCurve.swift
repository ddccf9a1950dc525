import PolicyLab

// The miss-ratio curve while it grows.
//
// Who looks at the curve of traffic that goes on cannot count all of it again for every picture. So
// the distances that have been counted stay, and each look adds the reads that are new. When the
// log does not begin with what was counted, because somebody went back or began anew, everything is
// counted from the log's beginning.

/// The exact curve of LRU, for all numbers of places, of the reads in a log.
public struct LiveCurve: Sendable {
  private var distances = LiveDistances()
  /// How many reads of the log have been counted or passed over, and their hash.
  private var end = 0
  private var mark: UInt64 = 0
  /// How many reads came before the first one that was counted.
  public private(set) var skipped = 0

  public init() {}

  /// The curve of everything that the log knows.
  public init(_ log: ReadLog) {
    follow(log)
  }

  /// How many reads it is the curve of.
  public var reads: Int { distances.requests }

  /// How many different keys were read.
  public var keys: Int { distances.keys }

  /// Whether there were too many different keys: it is the curve of the first reads alone.
  public var isFull: Bool { distances.isFull }

  /// Comes to where the log is; O(log keys) for every read that is new, or for all of them after
  /// somebody has gone back.
  public mutating func follow(_ log: ReadLog) {
    if end < log.forgotten || log.mark(at: end) != mark {
      self = LiveCurve()
      skipped = log.forgotten
      end = log.forgotten
    }
    guard end < log.total else { return }
    distances.add(log.keys(from: end))
    end = log.total
    mark = log.mark(at: end) ?? 0
  }

  /// Hits by the places of the cache: place c has those with c places, from 0 up to `keys`.
  ///
  /// O(keys).
  public var hits: [Int] { distances.hits }

  /// Where more places begin to buy little; nil where no number of places is such a one, or too
  /// little has been read to tell.
  ///
  /// O(keys).
  public var knee: Int? {
    guard keys >= 8, reads >= 2 * keys else { return nil }
    let (hits, reads) = (hits, reads)
    let points = (1..<hits.count).map { places in
      MissRatioCurve.Point(
        capacity: places, missRatio: Double(reads - hits[places]) / Double(reads))
    }
    return MissRatioCurve(policy: "lru", points: points, isExact: true).knee?.capacity
  }
}
