import CacheEngine

/// The best that can be done by somebody who knows the future (Bélády), for unit weights.
enum Oracle {
  /// How often it misses; with `bypass` it may also leave the newcomer out.
  ///
  /// O(requests × capacity): for short traces.
  static func misses(_ ids: [UInt32], capacity: Int, bypass: Bool) -> Int {
    let next = nextAccesses(ids)
    var resident: [UInt32: Int] = [:]
    var misses = 0
    for (index, id) in ids.enumerated() {
      if resident[id] == nil {
        misses += 1
        if resident.count == capacity {
          guard let farthest = resident.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
            continue
          }
          if bypass, next[index] >= farthest.value { continue }
          resident[farthest.key] = nil
        }
      }
      resident[id] = next[index]
    }
    return misses
  }

  /// Where each request is asked for again; past the end if never.
  private static func nextAccesses(_ ids: [UInt32]) -> [Int] {
    var last: [UInt32: Int] = [:]
    var next = Array(repeating: Int.max, count: ids.count)
    for index in ids.indices.reversed() {
      next[index] = last[ids[index]] ?? .max
      last[ids[index]] = index
    }
    return next
  }
}
