import CacheEngine

// Counting.
//
// Goals, statistics and predictions ask how often something happened, over a command, a step or a
// lesson. A tally is fed with events once, after each command, and tallies add up: the step's is
// the sum of its commands'. Latencies are kept exactly, because a lesson says 1 002 ms and means it.

/// What a stretch of events amounts to.
public struct Tally: Hashable, Sendable {
  private var counts = [Int](
    repeating: 0, count: Int(EventKind.allCases.map(\.rawValue).max() ?? 0) + 1)
  /// How long the answers took.
  public private(set) var latencies = LatencyCounts()
  /// Queries that were loads.
  public private(set) var loads = 0
  /// Queries that a worker took although nobody waited for them any more.
  public private(set) var wasted = 0
  /// Looks of requests that the cache answered; what a person looks up by hand does not count.
  public private(set) var hits = 0
  /// Looks of requests that the cache could not answer.
  public private(set) var misses = 0
  /// Rows that reached the database.
  public private(set) var rowsStored = 0
  /// Stores and batches that reached the database.
  public private(set) var stores = 0
  /// The longest queue before the database.
  public private(set) var peakQueue = 0
  /// Reads whose first look found an entry whose time was over.
  public private(set) var metExpired = 0
  /// Keys that left to make room, in order.
  public private(set) var victims: [Symbol] = []
  /// Promised writes that were lost: keys.
  public private(set) var lostKeys: [Symbol] = []
  /// How many writes those promises stood for.
  public private(set) var lostWrites = 0
  /// Keys whose owner changed.
  public private(set) var moved = 0
  /// Keys that came to each node, by its id; nodes without any may be missing at the end.
  public private(set) var movedTo: [Int] = []
  /// Keys that left each node, by its id; nodes without any may be missing at the end.
  public private(set) var movedFrom: [Int] = []
  /// When the first and the last event happened.
  public private(set) var span: ClosedRange<Tick>?

  public init() {}

  /// How many events of any kind.
  public var eventCount: Int { counts.reduce(0, +) }

  /// How many events of a kind.
  public subscript(kind: EventKind) -> Int { counts[Int(kind.rawValue)] }

  public mutating func add(_ event: Event) {
    counts[Int(event.kind.rawValue)] += 1
    span =
      span.map { $0.lowerBound...Swift.max($0.upperBound, event.tick) } ?? event.tick...event.tick
    switch event.kind {
    case .hit: if event.request != 0 { hits += 1 }
    case .staleServed:
      if event.request != 0 { hits += 1 }
      if event.number == 1 { metExpired += 1 }
    case .answered: latencies.add(Int32(clamping: event.number))
    case .loadStarted: if event.number == 1 { loads += 1 } else { stores += 1 }
    case .workStarted: if event.number == 1 { wasted += 1 }
    case .stored: rowsStored += 1
    case .queued: peakQueue = Swift.max(peakQueue, Int(event.number))
    case .miss:
      if event.request != 0 { misses += 1 }
      if event.reason == .expired, event.number == 1 { metExpired += 1 }
    case .evicted: victims.append(event.key)
    case .lost:
      lostKeys.append(event.key)
      lostWrites += Int(event.number)
    case .keyMoved:
      moved += 1
      Tally.count(1, at: Int(event.node), in: &movedTo)
      Tally.count(1, at: Int(event.number), in: &movedFrom)
    default: break
    }
  }

  public mutating func add(_ events: some Sequence<Event>) {
    for event in events { add(event) }
  }

  /// Adds what happened later.
  public mutating func add(_ later: Tally) {
    for index in counts.indices { counts[index] += later.counts[index] }
    latencies.add(later.latencies)
    loads += later.loads
    wasted += later.wasted
    hits += later.hits
    misses += later.misses
    stores += later.stores
    rowsStored += later.rowsStored
    peakQueue = Swift.max(peakQueue, later.peakQueue)
    metExpired += later.metExpired
    victims += later.victims
    lostKeys += later.lostKeys
    lostWrites += later.lostWrites
    moved += later.moved
    for (node, count) in later.movedTo.enumerated() { Tally.count(count, at: node, in: &movedTo) }
    for (node, count) in later.movedFrom.enumerated() {
      Tally.count(count, at: node, in: &movedFrom)
    }
    if let later = later.span {
      span = span.map { $0.lowerBound...Swift.max($0.upperBound, later.upperBound) } ?? later
    }
  }

  private static func count(_ count: Int, at node: Int, in counts: inout [Int]) {
    guard node >= 0 else { return }
    while counts.count <= node { counts.append(0) }
    counts[node] += count
  }

  public var answered: Int { self[.answered] }
  public var failed: Int { self[.failed] }

  /// Hits ÷ looks, 0…1; nil before the first look.
  public var hitRatio: Double? {
    hits + misses == 0 ? nil : Double(hits) / Double(hits + misses)
  }

  /// The latency that `percent` of the answers did not exceed (nearest rank), in microseconds.
  public func percentile(_ percent: Int) -> Int64? {
    latencies.percentile(percent).map(Int64.init)
  }

  /// The mean latency in microseconds, rounded to the nearest one.
  public var meanLatency: Int64? {
    let total = Int64(latencies.total)
    return total == 0 ? nil : (latencies.sum + total / 2) / total
  }

  public var slowest: Int64? { latencies.values.last.map(Int64.init) }
}
