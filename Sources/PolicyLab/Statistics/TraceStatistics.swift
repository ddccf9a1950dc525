import CacheEngine

/// What a trace is like, before any cache is asked.
public struct TraceStatistics: Sendable {
  public let requests: Int
  public let keys: Int
  /// Keys that are asked for exactly once.
  public let onceOnly: Int
  /// s, when the k-th most popular key is asked for in proportion to 1 ÷ kˢ; nil with fewer than
  /// ten keys that are asked for twice.
  public let skew: Double?
  /// The share of the requests that go to the most popular hundredth of the keys.
  public let topShare: Double
  /// How often a key is asked for again after so many other keys.
  public let reuse: [Reuse]
  /// Parts of the trace of equal length.
  public let windows: [Window]
  /// Stretches of requests for keys that were not asked for lately.
  public let scans: [Range<Int>]

  /// Stack distances from a power of two to the next.
  public struct Reuse: Hashable, Sendable {
    public var distances: ClosedRange<Int>
    public var requests: Int
  }

  /// How many keys a part of the trace is about.
  public struct Window: Hashable, Sendable {
    public var requests: Range<Int>
    public var keys: Int
    /// Keys that no part before has asked for.
    public var newKeys: Int
  }

  /// O(requests × log keys).
  public init(_ trace: LabTrace, windows: Int = 16) {
    requests = trace.requests
    keys = trace.keys
    var counts = [UInt32](repeating: 0, count: trace.keys)
    for id in trace.ids { counts[Int(id)] += 1 }
    onceOnly = counts.count { $0 == 1 }
    counts.sort(by: >)
    skew = TraceStatistics.skew(counts)
    let top = counts.prefix(max(1, trace.keys / 100)).reduce(0) { $0 + Int($1) }
    topShare = trace.requests == 0 ? 0 : Double(top) / Double(trace.requests)
    reuse = TraceStatistics.reuse(StackDistances(trace).counts)
    self.windows = TraceStatistics.windows(trace, count: windows)
    scans = ScanFinder.scans(in: trace)
  }

  /// The slope of count over rank, both as logarithms.
  ///
  /// At ranks in equal ratios, so that the many keys of the tail do not outvote the few of the
  /// head. Keys asked for once say nothing and are left out.
  private static func skew(_ counts: [UInt32]) -> Double? {
    let repeated = counts.firstIndex { $0 < 2 } ?? counts.count
    guard repeated >= 10 else { return nil }
    var (n, x, y, xx, xy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var rank = 1
    while rank <= repeated {
      let (u, v) = (StableMath.ln(Double(rank)), StableMath.ln(Double(counts[rank - 1])))
      n += 1
      x += u
      y += v
      xx += u * u
      xy += u * v
      rank = max(rank + 1, rank * 5 / 4)
    }
    let spread = n * xx - x * x
    guard spread > 0 else { return nil }
    return max(0, -(n * xy - x * y) / spread)
  }

  private static func reuse(_ counts: [Int]) -> [Reuse] {
    var bins: [Reuse] = []
    var low = 1
    while low < counts.count {
      let high = min(low * 2, counts.count) - 1
      bins.append(Reuse(distances: low...high, requests: counts[low...high].reduce(0, +)))
      low *= 2
    }
    while bins.last?.requests == 0 { bins.removeLast() }
    return bins
  }

  private static func windows(_ trace: LabTrace, count: Int) -> [Window] {
    guard trace.requests > 0 else { return [] }
    let count = min(count, trace.requests)
    var seen = [UInt32](repeating: 0, count: trace.keys)
    return (0..<count).map { number in
      let part = trace.requests * number / count..<trace.requests * (number + 1) / count
      var (keys, new) = (0, 0)
      for id in trace.ids[part] {
        let last = seen[Int(id)]
        if last == number + 1 { continue }
        keys += 1
        if last == 0 { new += 1 }
        seen[Int(id)] = UInt32(number + 1)
      }
      return Window(requests: part, keys: keys, newKeys: new)
    }
  }
}
