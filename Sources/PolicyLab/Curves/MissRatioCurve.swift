/// Misses by capacity, of one policy on one trace.
public struct MissRatioCurve: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    /// In entries or bytes of the whole trace, also when a sample was measured.
    public var capacity: Int
    /// 0…1.
    public var missRatio: Double

    public init(capacity: Int, missRatio: Double) {
      self.capacity = capacity
      self.missRatio = missRatio
    }
  }

  public let policy: String
  /// By rising capacity.
  public let points: [Point]
  /// Whether every request was looked at, and not those of a sample of keys.
  public let isExact: Bool

  public init(policy: String, points: [Point], isExact: Bool) {
    self.policy = policy
    self.points = points
    self.isExact = isExact
  }

  /// The misses at a capacity, on the straight line between the points around it.
  public func missRatio(at capacity: Int) -> Double {
    guard let first = points.first, let last = points.last else { return 0 }
    if capacity <= first.capacity { return first.missRatio }
    if capacity >= last.capacity { return last.missRatio }
    let next = points.firstIndex { $0.capacity >= capacity } ?? points.count - 1
    let (low, high) = (points[next - 1], points[next])
    let share = Double(capacity - low.capacity) / Double(high.capacity - low.capacity)
    return low.missRatio + share * (high.missRatio - low.missRatio)
  }

  /// Where more room begins to buy little: the point farthest below the straight line from the
  /// first point to the last, both axes scaled to 0…1; nil when no point is a twentieth below it.
  ///
  /// Reference: V. Satopää, J. Albrecht, D. Irwin, B. Raghavan, "Finding a Kneedle in a haystack",
  /// ICDCS workshops 2011.
  public var knee: Point? {
    guard let first = points.first, let last = points.last,
      last.capacity > first.capacity, first.missRatio > last.missRatio
    else { return nil }
    let width = Double(last.capacity - first.capacity)
    let height = first.missRatio - last.missRatio
    var best: (point: Point, depth: Double)?
    for point in points {
      let x = Double(point.capacity - first.capacity) / width
      let y = (point.missRatio - last.missRatio) / height
      let depth = 1 - x - y
      if depth > best?.depth ?? 0.05 { best = (point, depth) }
    }
    return best?.point
  }

  /// The largest difference to another curve at the points of this one.
  public func largestDifference(to other: MissRatioCurve) -> Double {
    points.map { abs($0.missRatio - other.missRatio(at: $0.capacity)) }.max() ?? 0
  }
}
