import CacheEngine

// The write queue of write-behind.
//
// A write that was answered before it was stored waits here, in the memory of the cache node. The
// queue is keyed: a second write to a key replaces the first, which is how ten writes become one
// store. A batch that a flusher took is travelling: it keeps its places until it is done, and goes
// back to the front when its store fails. A crash loses exactly what is still waiting; a batch on
// its way still arrives, but if its store fails there is no queue left to go back to.
//
//     put ──▶ waiting ──take──▶ travelling ──done──▶ stored
//                ▲                  │
//                └──── giveBack ────┘

/// A write that waits to be stored.
public struct QueuedWrite: Hashable, Sendable {
  public var key: Symbol
  public var value: Symbol
  /// How many writes it stands for.
  public var writes: Int
  public var since: Tick
  /// The request that took it; 0 while it waits.
  public internal(set) var taker: RequestID = 0
  /// When it was taken.
  public internal(set) var takenAt = Tick.zero
  /// The queue that it was taken from is gone: it can arrive, but not come back.
  public internal(set) var isOrphaned = false
}

/// Promised writes in order of their first put.
public struct WriteQueue: Hashable, Sendable {
  public internal(set) var waiting: [QueuedWrite] = []
  /// What a flusher has taken and the database has not finished.
  public internal(set) var travelling: [QueuedWrite] = []

  /// Keys that wait for a flusher.
  public var count: Int { waiting.count }

  /// Places in use: a row that travels keeps its own, for it may have to come back.
  public var places: Int {
    travelling.reduce(waiting.count) { $0 + ($1.isOrphaned ? 0 : 1) }
  }

  /// Whether there is nothing that the database still lacks.
  public var isEmpty: Bool { waiting.isEmpty && travelling.isEmpty }

  /// The newest queued value of `key`.
  ///
  /// O(keys in the queue).
  public func value(of key: Symbol) -> Symbol? {
    (waiting.first { $0.key == key }
      ?? travelling.last { $0.key == key && !$0.isOrphaned })?.value
  }

  /// Whether this value of `key` is what the database is still to get: newer than its row.
  public func promises(_ key: Symbol, _ value: Symbol) -> Bool {
    !isEmpty && self.value(of: key) == value
  }

  func holds(_ key: Symbol) -> Bool { waiting.contains { $0.key == key } }

  mutating func put(_ key: Symbol, _ value: Symbol, at now: Tick) {
    if let index = waiting.firstIndex(where: { $0.key == key }) {
      waiting[index].value = value
      waiting[index].writes += 1
    } else {
      append(key, value, at: now)
    }
  }

  /// As in a log, where no write replaces another.
  mutating func append(_ key: Symbol, _ value: Symbol, at now: Tick) {
    waiting.append(QueuedWrite(key: key, value: value, writes: 1, since: now))
  }

  mutating func take(_ limit: Int, for taker: RequestID, at now: Tick) -> [QueuedWrite] {
    let batch = Array(waiting.prefix(limit))
    waiting.removeFirst(batch.count)
    for write in batch {
      travelling.append(write)
      travelling[travelling.count - 1].taker = taker
      travelling[travelling.count - 1].takenAt = now
    }
    return batch
  }

  /// These rows are stored.
  mutating func done(_ batch: [QueuedWrite]) {
    for write in batch {
      if let index = place(ofTravelling: write) { travelling.remove(at: index) }
    }
  }

  /// The store of these rows failed: what nobody has overwritten since goes back to the front.
  ///
  /// - Returns: the rows that are gone, because the queue that they came from is.
  mutating func giveBack(_ batch: [QueuedWrite]) -> [QueuedWrite] {
    var back: [QueuedWrite] = []
    var gone: [QueuedWrite] = []
    for write in batch {
      guard let index = place(ofTravelling: write) else { continue }
      var returning = travelling.remove(at: index)
      returning.taker = 0
      if returning.isOrphaned {
        gone.append(returning)
      } else if let newer = waiting.firstIndex(where: { $0.key == write.key }) {
        waiting[newer].writes += returning.writes
        waiting[newer].since = returning.since
      } else {
        back.append(returning)
      }
    }
    waiting.insert(contentsOf: back, at: 0)
    return gone
  }

  /// The row was stored in another way.
  mutating func drop(_ key: Symbol) {
    waiting.removeAll { $0.key == key }
  }

  /// The memory is gone: nothing waits any more, and what travels has nowhere to come back to.
  ///
  /// - Returns: what was still waiting.
  mutating func lose() -> [QueuedWrite] {
    let lost = waiting
    waiting = []
    for index in travelling.indices { travelling[index].isOrphaned = true }
    return lost
  }

  /// What this request has taken and not finished.
  func taken(by request: RequestID) -> [QueuedWrite] {
    travelling.filter { $0.taker == request }
  }

  private func place(ofTravelling write: QueuedWrite) -> Int? {
    travelling.firstIndex { $0.key == write.key && $0.value == write.value }
  }
}
