// Stack distances of requests that are still coming.
//
// `StackDistances` reads a trace that is whole. Here requests come in portions, for as long as
// somebody looks: what has been counted stays, and each new request costs the same few steps. The
// time line grows with the keys, not with the requests: when it is full its marks are moved
// together, and only when half of it is marks does it become twice as long.
//
// Reference: as for `StackDistances`.

/// How often each stack distance has occurred so far.
public struct LiveDistances: Sendable {
  /// With about as many different keys it stops counting: 4 MB, and more than anybody reads.
  public static let keyLimit = 100_000
  /// Keys are numbered in portions of this many, so that no portion goes far beyond the limit.
  private static let portion = 512

  /// Place d: requests with distance d; place 0 is unused.
  public private(set) var counts: [Int] = [0]
  /// Requests that were counted.
  public private(set) var requests = 0
  /// Whether there were too many keys, so that later requests have not been counted.
  public private(set) var isFull = false

  private var numbers = KeyNumbers()
  /// The mark of each key on the time line.
  private var last: [UInt32] = []
  /// Whose mark stands at each place.
  private var owners: [UInt32]
  private var bits: [UInt64]
  private var tree: [UInt32]
  /// Where the next mark goes.
  private var now = 0
  /// Keys that have a mark.
  private var marked = 0

  public init() {
    let places = 1_024
    let room = LiveSums.room(for: places)
    owners = [UInt32](repeating: .max, count: places)
    bits = [UInt64](repeating: 0, count: room.words)
    tree = [UInt32](repeating: 0, count: room.nodes)
  }

  /// How many different keys have been asked for.
  public var keys: Int { last.count }

  /// Counts more requests, in their order; O(log keys) each.
  public mutating func add(_ keys: [UInt64]) {
    var start = 0
    while start < keys.count, !isFull {
      let end = min(start + LiveDistances.portion, keys.count)
      var portion: [UInt32] = []
      numbers.append(Array(keys[start..<end]), to: &portion)
      add(portion[...])
      isFull = numbers.count >= LiveDistances.keyLimit
      start = end
    }
  }

  private mutating func add(_ portion: ArraySlice<UInt32>) {
    last.append(contentsOf: repeatElement(.max, count: numbers.count - last.count))
    counts.append(contentsOf: repeatElement(0, count: last.count + 1 - counts.count))
    var rest = portion
    while !rest.isEmpty {
      if now == owners.count { close() }
      let part = rest.prefix(owners.count - now)
      pass(part)
      rest = rest.dropFirst(part.count)
    }
    requests += portion.count
  }

  /// The time line has room for all of them.
  private mutating func pass(_ part: ArraySlice<UInt32>) {
    // Taken out, so that the rest can be changed meanwhile.
    var (bits, tree) = (bits, tree)
    (self.bits, self.tree) = ([], [])
    bits.withUnsafeMutableBufferPointer { bits in
      tree.withUnsafeMutableBufferPointer { tree in
        let sums = LiveSums(bits: bits, tree: tree)
        for id in part { pass(id, sums) }
      }
    }
    (self.bits, self.tree) = (bits, tree)
  }

  private mutating func pass(_ id: UInt32, _ sums: LiveSums) {
    let before = last[Int(id)]
    if before == .max {
      marked += 1
    } else {
      counts[marked - sums.count(through: Int(before)) + 1] += 1
      // Asked for twice in a row: the mark stands where it should.
      if Int(before) == now - 1 { return }
      sums.unmark(Int(before))
      owners[Int(before)] = .max
    }
    sums.mark(now)
    owners[now] = id
    last[Int(id)] = UInt32(now)
    now += 1
  }

  /// Moves all marks to the beginning of the line, in their order.
  private mutating func close() {
    let kept = owners.filter { $0 != .max }
    let places = kept.count * 2 > owners.count ? owners.count * 2 : owners.count
    let room = LiveSums.room(for: places)
    owners = kept + repeatElement(.max, count: places - kept.count)
    for (place, id) in kept.enumerated() { last[Int(id)] = UInt32(place) }
    if bits.count != room.words {
      bits = [UInt64](repeating: 0, count: room.words)
      tree = [UInt32](repeating: 0, count: room.nodes)
    }
    bits.withUnsafeMutableBufferPointer { bits in
      tree.withUnsafeMutableBufferPointer { tree in
        LiveSums(bits: bits, tree: tree).reset(marking: kept.count)
      }
    }
    now = kept.count
  }

  /// The hits of LRU caches by their places: place c has those with c places, from 0 up to as many
  /// as there are keys.
  ///
  /// O(keys).
  public var hits: [Int] {
    var sum = 0
    return counts.map { count in
      sum += count
      return sum
    }
  }
}
