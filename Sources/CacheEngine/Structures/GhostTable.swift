// Those who left and are not forgotten.
//
// Some policies remember for a while whom they let go: whoever comes back soon was let go too
// early. Only the key is kept, its weight, and its place in one of a few queues; never a value.
//
//      key ──table──▶ place ──links──▶ newest … oldest
//
// The places are slots of the table's own and have nothing to do with those of the cache. A place
// that became free is used again, so a table that is warm allocates nothing.

/// Keys of entries that are gone, in any number of queues, each key at most once.
struct GhostTable: Sendable {
  private var table = SlotMap()
  private var links = SlotLinks()
  private var keys = SlotColumn<UInt32>(blank: .max)
  /// The newest of the free places; the mark of each is the next one.
  private var free: Slot = .max
  private var fresh: Slot = 0

  @inline(__always)
  mutating func borrow() {
    table.borrow()
    links.borrow()
    keys.borrow()
  }

  mutating func giveBack() {
    table.giveBack()
    links.giveBack()
    keys.giveBack()
  }

  /// The place of `key`; `Slot.max` if it is not remembered.
  @inline(__always)
  func find(_ key: Symbol) -> Slot {
    table.count == 0 ? .max : table.find(key)
  }

  /// What is pencilled beside the ghost at `place`.
  @inline(__always)
  func mark(of place: Slot) -> UInt32 { links.mark(of: place) }

  @inline(__always)
  func weight(of place: Slot) -> Int { links.weight(of: place) }

  @inline(__always)
  func key(of place: Slot) -> Symbol { Symbol(index: keys[place]) }

  /// Remembers `key` as the newest of `queue`.
  ///
  /// Precondition: it is in no queue.
  mutating func push(_ key: Symbol, mark: UInt32 = 0, weight: Int, onto queue: inout SlotQueue) {
    let place = takePlace()
    keys[place] = key.index
    table.insert(key, slot: place)
    links.push(place, mark: mark, weight: weight, onto: &queue)
  }

  /// Forgets the ghost at `place`, which is in `queue`.
  mutating func remove(_ place: Slot, from queue: inout SlotQueue) {
    table.remove(key(of: place))
    links.remove(place, from: &queue)
    links.setMark(free, of: place)
    free = place
  }

  /// Forgets the oldest of `queue` until the rest weighs at most `weight`.
  mutating func trim(_ queue: inout SlotQueue, to weight: Int) {
    while queue.weight > weight, !queue.isEmpty { remove(queue.oldest, from: &queue) }
  }

  /// Forgets `key`, if it is remembered in `queue`; says whether it was.
  @discardableResult
  mutating func forget(_ key: Symbol, in queue: inout SlotQueue) -> Bool {
    let place = find(key)
    guard place != .max else { return false }
    remove(place, from: &queue)
    return true
  }

  /// Remembers `key` as the newest of `queue`, whose oldest are forgotten to make room.
  ///
  /// A name takes room even if its value took none; what is heavier than all the room is not
  /// remembered. Says whether `key` is.
  @discardableResult
  mutating func remember(
    _ key: Symbol, weight: Int, in queue: inout SlotQueue, upTo room: Int
  ) -> Bool {
    let weight = max(1, weight)
    guard weight <= room else { return false }
    trim(&queue, to: room - weight)
    push(key, weight: weight, onto: &queue)
    return true
  }

  func inspection(_ name: String, of queue: SlotQueue, limit: Int) -> InspectedGhosts {
    InspectedGhosts(
      name: name, keys: links.newest(limit, of: queue).map { key(of: $0) }, count: queue.count)
  }

  /// Adds the order of `queue` to `hash`, and what is remembered of each key.
  func digest(of queue: SlotQueue, into hash: inout StableHash) {
    hash.combine(queue.count)
    for place in links.newest(.max, of: queue) {
      hash.combine(UInt64(keys[place]) << 32 | UInt64(links.mark(of: place)))
      hash.combine(links.weight(of: place))
    }
  }

  /// Stops the program if these queues and the table of keys contradict each other.
  ///
  /// O(n).
  func checkInvariants(of queues: [SlotQueue]) {
    for queue in queues {
      links.checkInvariants(of: queue)
      for place in links.newest(.max, of: queue) {
        precondition(
          table.find(key(of: place)) == place, "ghost \(place) is not where the table has its key")
      }
    }
    let count = queues.reduce(0) { $0 + $1.count }
    precondition(count == table.count, "\(count) ghosts in queues, \(table.count) in the table")
  }

  private mutating func takePlace() -> Slot {
    guard free == .max else {
      let place = free
      free = links.mark(of: place)
      return place
    }
    fresh += 1
    return fresh - 1
  }
}
