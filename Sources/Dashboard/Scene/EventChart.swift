import CacheEngine
import Simulation

// What charts are drawn from, kept as the events come.
//
// A chart shows tens of thousands of events in some sixty columns, and under traffic a frame comes
// thirty times a second. So events are counted once, into bins: of a millisecond at first, ten
// times as wide whenever there are too many. Columns are 1, 2 or 5 times a power of ten wide, so
// every column is made of whole bins.

/// Events counted in bins of time.
struct EventChart: Sendable {
  /// What happened in one stretch of time.
  struct Bin: Hashable, Sendable {
    var hits = 0
    var loads = 0
    /// The longest that the queue at the database was, and how long it was at the end.
    var longest = 0
    var length = 0
  }

  /// More bins than this become wider ones.
  private static let limit = 512

  private(set) var bins: [Bin] = []
  /// Microseconds of a bin: 1 000, 10 000 and so on.
  private(set) var unit: Int64 = 1_000
  /// The number of the first bin, counted in units from the beginning of the world.
  private(set) var start: Int64 = 0
  /// The instant of the first event; nil before one.
  private(set) var first: Tick?

  init() {}

  init(_ events: some Sequence<Event>) {
    add(events)
  }

  /// O(events).
  mutating func add(_ events: some Sequence<Event>) {
    for event in events { add(event) }
  }

  private mutating func add(_ event: Event) {
    if first == nil {
      first = event.tick
      start = event.tick.microseconds / unit
      bins = [Bin()]
    }
    var index = Int(event.tick.microseconds / unit - start)
    while index >= EventChart.limit {
      widen()
      index = Int(event.tick.microseconds / unit - start)
    }
    while bins.count <= index {
      // The queue stays as long as it was until something changes it.
      let length = bins[bins.count - 1].length
      bins.append(Bin(longest: length, length: length))
    }
    // An event of an instant before the last one: lanes may tell a little late.
    let place = max(0, index)
    switch event.kind {
    case .hit: bins[place].hits += 1
    case .loadStarted where event.number == 1: bins[place].loads += 1
    case .queued: bins[place].length = Int(event.number)
    case .workStarted: bins[place].length = max(0, bins[place].length - 1)
    default: break
    }
    bins[place].longest = max(bins[place].longest, bins[place].length)
  }

  /// Makes one bin of every ten.
  private mutating func widen() {
    let old = self
    unit *= 10
    start = old.start / 10
    bins = []
    for (index, bin) in old.bins.enumerated() {
      let place = Int((old.start + Int64(index)) / 10 - start)
      if place == bins.count { bins.append(Bin()) }
      bins[place].hits += bin.hits
      bins[place].loads += bin.loads
      bins[place].longest = max(bins[place].longest, bin.longest)
      bins[place].length = bin.length
    }
  }
}
