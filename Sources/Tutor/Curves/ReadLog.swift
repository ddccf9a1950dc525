import CacheEngine
import Simulation

// What has been asked for, and whether it was there.
//
// A miss-ratio curve wants every read since the part began, and the log of events forgets: so the
// reads are kept beside it, four bytes each. They belong to the stage, so that whatever restores a
// stage (undo, a step back, another lane) restores them too.
//
// They are kept in blocks that copies share, as the events are. Each block knows the hash of all
// that was read before it: so who has read a log up to some place can tell whether another log
// begins with the very same reads, and go on from there.

/// The reads since the part, the last mark in it, or its lanes began; the oldest forgotten beyond a
/// limit.
public struct ReadLog: Sendable {
  /// So many reads are kept at least.
  public static let limit = 262_144
  private static let blockSize = 1_024

  private struct Block {
    /// The key's number, and in the lowest bit whether it was a hit.
    var reads: [UInt32] = []
    /// The hash of everything before.
    let mark: UInt64
  }

  private var blocks: [Block] = []
  private var hash: UInt64 = 0
  /// How many reads have been forgotten.
  public private(set) var forgotten = 0
  /// How many there have been in all, forgotten ones included.
  public private(set) var total = 0
  /// How many of all of them the cache answered.
  public private(set) var hits = 0

  public init() {}

  /// The share of reads that were misses, 0…1; nil before the first.
  public var missRatio: Double? {
    total == 0 ? nil : Double(total - hits) / Double(total)
  }

  /// Takes the looks of requests out of what has happened; what is looked up by hand is none.
  ///
  /// O(events).
  mutating func add(_ events: some Sequence<Event>) {
    for event in events {
      if let isHit = event.isHitOfRead { add(event.key, isHit: isHit) }
    }
  }

  private mutating func add(_ key: Symbol, isHit: Bool) {
    if total % ReadLog.blockSize == 0 {
      blocks.append(Block(mark: hash))
      if total - forgotten >= ReadLog.limit {
        blocks.removeFirst()
        forgotten += ReadLog.blockSize
      }
    }
    let read = UInt32(truncatingIfNeeded: key.index) << 1 | (isHit ? 1 : 0)
    blocks[blocks.count - 1].reads.append(read)
    hash = ReadLog.hash(hash, read)
    total += 1
    hits += isHit ? 1 : 0
  }

  /// The numbers of the keys that were read from a place on.
  ///
  /// - Parameter place: how many reads come before, forgotten ones included; those are passed over.
  public func keys(from place: Int) -> [UInt64] {
    var keys: [UInt64] = []
    let skipped = max(0, place - forgotten)
    guard skipped < total - forgotten else { return [] }
    keys.reserveCapacity(total - forgotten - skipped)
    var first = skipped % ReadLog.blockSize
    for block in blocks.dropFirst(skipped / ReadLog.blockSize) {
      for read in block.reads.dropFirst(first) { keys.append(UInt64(read >> 1)) }
      first = 0
    }
    return keys
  }

  /// A hash of the first `place` reads; nil where they have not happened, or the hash is forgotten.
  ///
  /// O(1).
  func mark(at place: Int) -> UInt64? {
    if place == total { return hash }
    guard (forgotten..<total).contains(place) else { return nil }
    let block = blocks[(place - forgotten) / ReadLog.blockSize]
    return block.reads.prefix((place - forgotten) % ReadLog.blockSize).reduce(block.mark) {
      ReadLog.hash($0, $1)
    }
  }

  private static func hash(_ hash: UInt64, _ read: UInt32) -> UInt64 {
    var next = StableHash(seed: hash)
    next.combine(UInt64(read))
    return next.value
  }

  /// About how many bytes it takes that it does not share with a copy.
  var byteEstimate: Int { ReadLog.blockSize * 4 + blocks.count * MemoryLayout<Block>.stride }
}

extension Event {
  /// Whether a request that looked into a cache found something; nil for all else that happens.
  var isHitOfRead: Bool? {
    guard request != 0 else { return nil }
    switch kind {
    case .hit, .staleServed: return true
    case .miss: return false
    default: return nil
    }
  }
}

extension Stage {
  /// Since when reads are counted: `since noon`, `since the part began`.
  public var readsBegan: String {
    if let phase = phases.last { return "since \(phase.name)" }
    return rivals.isEmpty ? "since the part began" : "since the lanes began"
  }
}
