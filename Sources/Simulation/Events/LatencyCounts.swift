// Every latency exactly, in little room.
//
// A model's latencies are sums of a few durations, so the same ones come again and again: how often
// each came says all that a percentile asks, in ascending order and without sorting anything anew.

/// How many answers took how long.
public struct LatencyCounts: Hashable, Sendable {
  /// Microseconds, ascending, each once.
  public private(set) var values: [Int32] = []
  /// How many answers took that long, place by place.
  private var counts: [Int] = []
  /// How many answers there were.
  public private(set) var total = 0

  public init() {}

  /// Counts an answer.
  ///
  /// O(log n) for a latency that is known, O(n) for a new one, where n is the
  /// number of different latencies.
  public mutating func add(_ microseconds: Int32, times: Int = 1) {
    total += times
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < microseconds { low = middle + 1 } else { high = middle }
    }
    if low < values.count, values[low] == microseconds {
      counts[low] += times
    } else {
      values.insert(microseconds, at: low)
      counts.insert(times, at: low)
    }
  }

  public mutating func add(_ other: LatencyCounts) {
    for (value, count) in zip(other.values, other.counts) { add(value, times: count) }
  }

  /// The latency that `percent` of the answers did not exceed (nearest rank); nil without answers.
  ///
  /// O(n).
  public func percentile(_ percent: Int) -> Int32? {
    let rank = max(1, (total * percent + 99) / 100)
    var seen = 0
    for (value, count) in zip(values, counts) {
      seen += count
      if seen >= rank { return value }
    }
    return nil
  }

  /// All of them together, in microseconds.
  public var sum: Int64 {
    zip(values, counts).reduce(0) { $0 + Int64($1.0) * Int64($1.1) }
  }

  /// Each answer's latency, ascending.
  public var each: [Int32] {
    zip(values, counts).flatMap { Array(repeating: $0, count: $1) }
  }
}
