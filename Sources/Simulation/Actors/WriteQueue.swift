import CacheEngine

// The write queue of write-behind.
//
// A write that was answered before it was stored waits here, in the memory of the cache node. The
// queue is keyed: a second write to a key replaces the first, which is how ten writes become one
// store. A batch that a flusher took is travelling: it stays visible until it is done, and goes
// back into the queue when its store fails. A crash loses exactly what is still waiting; a batch on
// its way still arrives.

/// A write that waits to be stored.
public struct QueuedWrite: Hashable, Sendable {
  public var key: Symbol
  public var value: Symbol
  /// How many writes it stands for.
  public var writes: Int
  public var since: Tick
}

/// Promised writes in order of their first put.
public struct WriteQueue: Hashable, Sendable {
  public internal(set) var waiting: [QueuedWrite] = []
  /// What a flusher has taken and the database has not finished.
  public internal(set) var travelling: [QueuedWrite] = []

  /// Keys whose newest value the database does not have.
  public var count: Int { waiting.count }

  /// The newest queued value of `key`.
  ///
  /// O(keys in the queue).
  public func value(of key: Symbol) -> Symbol? {
    (waiting.first { $0.key == key } ?? travelling.last { $0.key == key })?.value
  }

  func holds(_ key: Symbol) -> Bool { waiting.contains { $0.key == key } }

  mutating func put(_ key: Symbol, _ value: Symbol, at now: Tick) {
    if let index = waiting.firstIndex(where: { $0.key == key }) {
      waiting[index].value = value
      waiting[index].writes += 1
    } else {
      waiting.append(QueuedWrite(key: key, value: value, writes: 1, since: now))
    }
  }

  mutating func take(_ limit: Int) -> [QueuedWrite] {
    let batch = Array(waiting.prefix(limit))
    waiting.removeFirst(batch.count)
    travelling.append(contentsOf: batch)
    return batch
  }

  mutating func done(_ batch: [QueuedWrite]) {
    for write in batch {
      if let index = travelling.firstIndex(where: { $0.key == write.key && $0.value == write.value }
      ) {
        travelling.remove(at: index)
      }
    }
  }

  /// A batch whose store failed: what nobody has overwritten since goes back to the front.
  mutating func giveBack(_ batch: [QueuedWrite]) {
    done(batch)
    waiting.insert(contentsOf: batch.filter { !holds($0.key) }, at: 0)
  }
}
