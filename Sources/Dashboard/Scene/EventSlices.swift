import CacheEngine
import Simulation

/// The latest events counted in slices of time: what charts are drawn from.
struct EventSlices {
  private(set) var hits: [Int]
  private(set) var loads: [Int]
  private(set) var queue: [Int]
  /// Microseconds of one slice.
  let slice: Int64

  /// So many slices that end now and reach back to the first event that is known.
  init(_ scene: Scene, count: Int) {
    let count = max(1, count)
    let now = scene.instant
    let first = scene.events.first?.tick ?? now
    slice = EventSlices.round(max(1_000, now.ticks(since: first)) / Int64(count) + 1)
    hits = Array(repeating: 0, count: count)
    loads = hits
    queue = hits
    let start = now.microseconds / slice - Int64(count) + 1
    var length = 0
    var last = 0
    for event in scene.events {
      let index = Int(event.tick.microseconds / slice - start)
      switch event.kind {
      case .queued: length = Int(event.number)
      case .workStarted: length = max(0, length - 1)
      default: break
      }
      guard hits.indices.contains(index) else { continue }
      // The queue stays as long as it was until something changes it.
      for between in last..<max(last, index) where queue[between] == 0 {
        queue[between] = between > last ? length : queue[between]
      }
      last = index
      queue[index] = max(queue[index], length)
      if event.kind == .hit { hits[index] += 1 }
      if event.kind == .loadStarted, event.number == 1 { loads[index] += 1 }
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
