import CacheEngine

/// The latest events in slices of time: the columns of charts.
struct EventSlices {
  private(set) var hits: [Int]
  private(set) var loads: [Int]
  private(set) var queue: [Int]
  /// Microseconds of one slice.
  let slice: Int64

  /// So many slices that end now and reach back to the first event that is known.
  ///
  /// O(count): the events have been counted as they came.
  init(_ scene: Scene, count: Int) {
    let count = max(1, count)
    let now = scene.instant
    let chart = scene.chart
    let first = chart.first ?? now
    slice = EventSlices.round(max(chart.unit, now.ticks(since: first) / Int64(count) + 1))
    hits = Array(repeating: 0, count: count)
    loads = hits
    queue = hits
    let start = now.microseconds / slice - Int64(count) + 1
    var last = 0
    for (place, bin) in chart.bins.enumerated() {
      let index = Int((chart.start + Int64(place)) * chart.unit / slice - start)
      guard hits.indices.contains(index) else { continue }
      hits[index] += bin.hits
      loads[index] += bin.loads
      queue[index] = max(queue[index], bin.longest)
      last = index
    }
    for index in last..<count { queue[index] = max(queue[index], scene.world.database.queueLength) }
  }

  /// The next of 1, 2, 5 × 10ⁿ microseconds.
  private static func round(_ wanted: Int64) -> Int64 {
    var unit: Int64 = 1_000
    while true {
      for step in [1, 2, 5] as [Int64] where unit * step >= wanted { return unit * step }
      unit *= 10
    }
  }
}
