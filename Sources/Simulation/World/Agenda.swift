import CacheEngine

// What happens next.
//
// A world is a discrete-event simulation: a heap of things to do, ordered by the tick at which
// they are due and, within a tick, by the order in which they were put there. Taking one item off
// is an activation; nothing else moves time. Items are trivial values, so a world's agenda is
// copied with one memory copy; an item that has become pointless (its request is over, its query
// was answered) is not searched for but recognised by its generation when it comes up.

/// One item of the agenda.
struct Activation: Sendable {
  enum Kind: UInt8, Sendable {
    /// A request begins to run.
    case begin
    /// A call reaches its cache node.
    case cacheActs
    /// A request gets the result of its call and runs on.
    case resume
    /// A database worker finishes a query.
    case workDone
    /// Somebody stops waiting for a query.
    case queryTimeout
    /// A workload sends its next request.
    case arrival
    /// A listing's `every` comes round.
    case timer
    /// A cut node can be reached again.
    case heal
    /// The database comes back.
    case databaseUp
  }

  var tick: Tick
  var sequence: UInt64
  var kind: Kind
  /// The slot of the request, query, workload, timer or node.
  var slot: UInt32
  /// Serial number of what was in the slot when this was planned.
  var generation: UInt32

  /// Earlier first; in the same tick, first planned first.
  func precedes(_ other: Activation) -> Bool {
    tick == other.tick ? sequence < other.sequence : tick < other.tick
  }
}

/// A 4-ary heap: half the levels of a binary one, and siblings share a cache line.
struct Agenda: Sendable {
  private var items: [Activation] = []
  private var nextSequence: UInt64 = 0

  var count: Int { items.count }
  var first: Activation? { items.first }

  mutating func plan(
    _ kind: Activation.Kind, at tick: Tick, slot: UInt32 = 0, generation: UInt32 = 0
  ) {
    nextSequence += 1
    let item = Activation(
      tick: tick, sequence: nextSequence, kind: kind, slot: slot, generation: generation)
    items.append(item)
    items.withUnsafeMutableBufferPointer { heap in
      var hole = heap.count - 1
      while hole > 0 {
        let parent = (hole - 1) / 4
        guard item.precedes(heap[parent]) else { break }
        heap[hole] = heap[parent]
        hole = parent
      }
      heap[hole] = item
    }
  }

  mutating func takeFirst() -> Activation? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    if !items.isEmpty { sink(last) }
    return first
  }

  private mutating func sink(_ item: Activation) {
    items.withUnsafeMutableBufferPointer { heap in
      var hole = 0
      while true {
        let firstChild = hole * 4 + 1
        guard firstChild < heap.count else { break }
        var least = firstChild
        var child = firstChild + 1
        let end = Swift.min(firstChild + 4, heap.count)
        while child < end {
          if heap[child].precedes(heap[least]) { least = child }
          child += 1
        }
        guard heap[least].precedes(item) else { break }
        heap[hole] = heap[least]
        hole = least
      }
      heap[hole] = item
    }
  }
}
