// All LRU caches at once.
//
// An LRU cache of C entries holds the C keys that were asked for last. So a request hits exactly
// if fewer than C other keys were asked for since its key was, and that number, its *stack
// distance*, depends on no capacity: one pass over the trace gives the misses of every capacity.
//
//     a b c b a        distance of the last a: 3 (b, c, and a itself)
//                      it hits in every LRU cache of three entries or more
//
// Each key has one mark on a time line, at its last request; the distance is the number of marks
// since then. When the time line is full, the marks are moved together and it goes on.
//
// Reference: R. L. Mattson et al., "Evaluation techniques for storage hierarchies", IBM Systems
// Journal 9 (1970); F. Olken, LBL-12370 (1981), for the tree.

/// How often each stack distance occurs in a trace.
public struct StackDistances: Sendable {
  /// Place d: requests with distance d, 1…U; place 0 is unused.
  public let counts: [Int]
  /// Requests for keys that had not been asked for before.
  public let first: Int

  /// O(requests × log keys).
  public init(_ trace: LabTrace) {
    self.init(ids: trace.ids, keys: trace.keys)
  }

  init(ids: [UInt32], keys: Int) {
    let places = max(1_024, (keys * 2 + 511) / 512 * 512)
    let room = LiveSums.room(for: places)
    var counts = [Int](repeating: 0, count: keys + 1)
    var last = [UInt32](repeating: .max, count: keys)
    var owners = [UInt32](repeating: .max, count: places)
    var bits = [UInt64](repeating: 0, count: room.words)
    var tree = [UInt32](repeating: 0, count: room.nodes)
    var seen = 0
    bits.withUnsafeMutableBufferPointer { bits in
      tree.withUnsafeMutableBufferPointer { tree in
        var line = TimeLine(sums: LiveSums(bits: bits, tree: tree), places: places)
        owners.withUnsafeMutableBufferPointer { owners in
          last.withUnsafeMutableBufferPointer { last in
            counts.withUnsafeMutableBufferPointer { counts in
              ids.withUnsafeBufferPointer { ids in
                for id in ids { line.pass(id, last, owners, counts) }
              }
            }
          }
        }
        seen = line.live
      }
    }
    self.counts = counts
    first = seen
  }

  /// The misses of an LRU cache with `capacity` entries, for each of the capacities.
  ///
  /// - Precondition: the capacities rise.
  public func misses(at capacities: [Int]) -> [Int] {
    let requests = counts.reduce(0, +) + first
    var hits = 0
    var distance = 0
    return capacities.map { capacity in
      while distance < capacity, distance + 1 < counts.count {
        distance += 1
        hits += counts[distance]
      }
      return requests - hits
    }
  }
}

/// The last requests of all keys, in their order.
private struct TimeLine {
  let sums: LiveSums
  let places: Int
  /// Keys that have a mark.
  var live = 0
  /// Where the next mark goes.
  var now = 0

  @inline(__always)
  mutating func pass(
    _ id: UInt32, _ last: UnsafeMutableBufferPointer<UInt32>,
    _ owners: UnsafeMutableBufferPointer<UInt32>, _ counts: UnsafeMutableBufferPointer<Int>
  ) {
    if now == places { close(last, owners) }
    let before = last[Int(id)]
    if before == .max {
      live &+= 1
    } else {
      let place = Int(truncatingIfNeeded: before)
      let distance = live &- sums.count(through: place) &+ 1
      counts[distance] &+= 1
      // Asked for twice in a row: the mark stands where it should.
      if place == now &- 1 { return }
      sums.unmark(place)
      owners[place] = .max
    }
    sums.mark(now)
    owners[now] = id
    last[Int(id)] = UInt32(truncatingIfNeeded: now)
    now &+= 1
  }

  /// Moves all marks to the beginning of the line, in their order.
  private mutating func close(
    _ last: UnsafeMutableBufferPointer<UInt32>, _ owners: UnsafeMutableBufferPointer<UInt32>
  ) {
    var kept = 0
    for place in 0..<places where owners[place] != .max {
      let id = owners[place]
      owners[place] = .max
      owners[kept] = id
      last[Int(id)] = UInt32(truncatingIfNeeded: kept)
      kept += 1
    }
    sums.reset(marking: kept)
    now = kept
  }
}
