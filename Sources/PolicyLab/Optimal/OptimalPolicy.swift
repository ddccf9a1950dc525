import CacheEngine

// OPT: whoever is asked for again latest leaves.
//
// Nobody can build it, for it knows the future; that is what it is for. With entries that all
// count one, no policy misses less, so the distance to it says how much a better policy could
// still gain.
//
//     now ─▶ a b c a d b …       who leaves of a, b, c?     a: in 3, b: in 5, c: never ─▶ c
//
// Two rules are in use. As Bélády wrote it every newcomer enters. With **bypass** the newcomer is
// one of those who may be chosen, and stays outside if its next use is the latest: that is the
// true bound for policies that refuse newcomers.
//
// An entry is known by the position of its next use: the request at that position is a hit exactly
// if the position is in the set. So no table of keys is needed, and "the latest" is the largest
// number of the set. Entries that are never asked for again are only counted; they leave first.
//
// With sizes the rule is a yardstick and no bound: sometimes two small entries that come back late
// are worth more than a large one that comes back soon.
//
// Reference: L. A. Belady, "A study of replacement algorithms for a virtual-storage computer",
// IBM Systems Journal 5 (1966); P. Michaud, "Some mathematical facts about optimal cache
// replacement", ACM TACO 13 (2016), for bypass.

/// Bélády's rule over a trace whose future is known.
public struct OptimalPolicy: Sendable {
  private let ids: [UInt32]
  private let weights: [UInt32]
  private let keys: Int
  private let next: NextUses

  /// Finds all next uses; O(requests).
  public init(_ trace: LabTrace, by unit: CapacityUnit) {
    self.init(trace, by: unit, next: NextUses(of: trace.ids, keys: trace.keys))
  }

  /// The same with next uses that are known already.
  public init(_ trace: LabTrace, by unit: CapacityUnit, next: NextUses) {
    ids = trace.ids
    weights = unit == .bytes ? trace.sizes : []
    keys = trace.keys
    self.next = next
  }

  /// Runs the trace against an empty cache of `capacity`.
  ///
  /// O(log₆₄ requests) a request.
  public func simulate(capacity: Int, bypasses: Bool) -> BatchResult {
    var set = PositionSet(limit: ids.count)
    return set.withBits { bits in
      next.positions.withUnsafeBufferPointer { next in
        weights.isEmpty
          ? OptimalPolicy.countEntries(next, capacity: capacity, bypasses: bypasses, &bits)
          : countBytes(next, capacity: capacity, bypasses: bypasses, &bits)
      }
    }
  }

  private static func countEntries(
    _ next: UnsafeBufferPointer<UInt32>, capacity: Int, bypasses: Bool,
    _ bits: inout PositionSet.Bits
  ) -> BatchResult {
    let never = Int(NextUses.never)
    var uses = UpcomingUses(bits)
    var (misses, inserted, resident, done) = (0, 0, 0, 0)
    for position in 0..<next.count {
      let upcoming = Int(next[position])
      if uses.take(position) {
        if upcoming == never { done &+= 1 } else { uses.insert(upcoming) }
        continue
      }
      misses &+= 1
      if bypasses, upcoming == never { continue }
      if resident < capacity {
        resident &+= 1
      } else if done > 0 {
        done &-= 1
      } else if resident == 0 || bypasses && uses.latest < upcoming {
        continue
      } else {
        inserted &+= 1
        if upcoming == never {
          uses.removeLatest()
          done &+= 1
        } else {
          uses.replaceLatest(by: upcoming)
        }
        continue
      }
      inserted &+= 1
      if upcoming == never { done &+= 1 } else { uses.insert(upcoming) }
    }
    var result = BatchResult()
    result.requests = next.count
    result.misses = misses
    result.weight = next.count
    result.missWeight = misses
    result.evictions = inserted - resident
    return result
  }

  /// As with entries; what an entry weighs is what it weighed when it came in.
  private func countBytes(
    _ next: UnsafeBufferPointer<UInt32>, capacity: Int, bypasses: Bool,
    _ bits: inout PositionSet.Bits
  ) -> BatchResult {
    var result = BatchResult()
    result.requests = next.count
    var stored = [UInt32](repeating: 0, count: keys)
    var done: [UInt32] = []
    var (used, firstDone) = (0, 0)
    func enter(_ weight: UInt32, _ upcoming: Int) {
      if upcoming == Int(NextUses.never) { done.append(weight) } else { bits.insert(upcoming) }
    }
    for position in 0..<next.count {
      let upcoming = Int(next[position])
      let id = Int(ids[position])
      let weight = Int(weights[position])
      result.weight += weight
      if bits.contains(position) {
        bits.remove(position)
        enter(stored[id], upcoming)
        continue
      }
      result.misses += 1
      result.missWeight += weight
      guard weight <= capacity, !(bypasses && upcoming == Int(NextUses.never)) else { continue }
      var isIn = true
      while used + weight > capacity {
        if firstDone < done.count {
          used -= Int(done[firstDone])
          firstDone += 1
        } else if let latest = bits.max, !bypasses || latest > upcoming {
          bits.remove(latest)
          used -= Int(stored[Int(ids[latest])])
        } else {
          isIn = false
          break
        }
        result.evictions += 1
      }
      guard isIn else { continue }
      used += weight
      stored[id] = UInt32(truncatingIfNeeded: weight)
      enter(stored[id], upcoming)
    }
    return result
  }
}
