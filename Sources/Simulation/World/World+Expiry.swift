import CacheEngine

// Expiry.
//
// The tick at which an entry's time ends is an activation of its own, so that "expired" is told at
// exactly that tick. The dead entry stays in memory: it may be served stale, and it keeps its place
// until it is overwritten, evicted or looked at by hand. A key that was set if absent is a lock:
// when its time ends while its owner still works, that is told too.

/// Which keys' time ends when; items of entries that have changed since are void.
///
/// Nearly all entries get the same time to live, so they end in the order in which they came: those
/// stand in a queue. What ends before the last of the queue goes into a heap beside it.
struct ExpiryWatch: Sendable {
  struct Item: Hashable, Sendable {
    var tick: Tick
    var key: Symbol
    var node: NodeID
  }

  private var queue: [Item] = []
  private var front = 0
  private var heap: [Item] = []

  /// The earliest tick that is watched.
  var next: Tick {
    let queued = front < queue.count ? queue[front].tick : .never
    let heaped = heap.first?.tick ?? .never
    return Swift.min(queued, heaped)
  }

  mutating func add(_ item: Item) {
    if front == queue.count {
      queue.removeAll(keepingCapacity: true)
      front = 0
    }
    guard let last = queue.last, item.tick < last.tick else {
      queue.append(item)
      return
    }
    heap.append(item)
    var hole = heap.count - 1
    while hole > 0, item.tick < heap[(hole - 1) / 2].tick {
      heap[hole] = heap[(hole - 1) / 2]
      hole = (hole - 1) / 2
    }
    heap[hole] = item
  }

  /// Takes off an item that is due at or before `now`.
  mutating func takeDue(_ now: Tick) -> Item? {
    let queued = front < queue.count ? queue[front].tick : .never
    if let first = heap.first, first.tick < queued { return first.tick <= now ? popHeap() : nil }
    guard queued <= now else { return nil }
    front += 1
    let item = queue[front - 1]
    if front > 1_024, front * 2 > queue.count {
      queue.removeFirst(front)
      front = 0
    }
    return item
  }

  private mutating func popHeap() -> Item? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    var hole = 0
    while true {
      var child = hole * 2 + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].tick < heap[child].tick { child += 1 }
      guard heap[child].tick < last.tick else { break }
      heap[hole] = heap[child]
      hole = child
    }
    heap[hole] = last
    return first
  }
}

extension World {
  /// Tells of every entry whose time ends now.
  mutating func expireEntries() {
    while let item = watch.takeDue(now) {
      let index = Int(item.node)
      guard let entry = nodes[index].cache.peekStale(item.key), entry.expiresAt == item.tick else {
        continue
      }
      let isLock = locks.contains { $0.key == item.key && !$0.isForgotten }
      emit(
        isLock ? .lockExpired : .expired, actor: .timer, node: item.node, key: item.key,
        value: entry.value, number: entry.expiresAt.ticks(since: entry.storedAt))
      if isLock { forgetLock(item.key) }
    }
  }

  /// Watches the time to live that the entry has now, if it has one.
  mutating func watchExpiry(of key: Symbol, on node: Int) {
    guard let entry = nodes[node].cache.peekStale(key), entry.expiresAt != .never,
      entry.expiresAt > now
    else { return }
    watch.add(ExpiryWatch.Item(tick: entry.expiresAt, key: key, node: NodeID(node)))
  }

  /// The lock is free again; who held it still believes in it, and can still be killed.
  private mutating func forgetLock(_ key: Symbol) {
    for index in locks.indices where locks[index].key == key { locks[index].isForgotten = true }
  }
}
