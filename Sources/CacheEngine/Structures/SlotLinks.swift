// Queues without allocation.
//
// Policies keep entries in order and must pull one out of the middle when it is asked for. A
// textbook list allocates a node per entry; here the node of slot s is simply place s of one
// array, so a queue costs 12 bytes an entry, copies as one block and never allocates once warm.
// A slot is in at most one queue, so all queues of a policy share one array of links.
//
//     newest                      oldest
//       7  ──older──▶  2  ──older──▶  5        nodes[2] = (newer: 7, older: 5, mark)
//          ◀──newer──     ◀──newer──

/// The links of any number of queues in which each slot stands at most once.
struct SlotLinks: Sendable {
  struct Node: Hashable, Sendable {
    var newer: Slot = .max
    var older: Slot = .max
    /// Whatever the policy pencils beside the entry.
    var mark: UInt32 = 0
  }

  private(set) var nodes: [Node] = []

  /// Puts `slot` at the newest end.
  ///
  /// Precondition: it stands in no queue.
  mutating func push(_ slot: Slot, mark: UInt32 = 0, onto queue: inout SlotQueue) {
    let place = Int(slot)
    while nodes.count <= place { nodes.append(Node()) }
    nodes[place] = Node(newer: .max, older: queue.newest, mark: mark)
    if queue.newest == .max {
      queue.oldest = slot
    } else {
      nodes[Int(queue.newest)].newer = slot
    }
    queue.newest = slot
    queue.count += 1
  }

  /// Takes `slot` out of `queue`.
  ///
  /// Precondition: it stands there.
  mutating func remove(_ slot: Slot, from queue: inout SlotQueue) {
    let node = nodes[Int(slot)]
    if node.newer == .max {
      queue.newest = node.older
    } else {
      nodes[Int(node.newer)].older = node.older
    }
    if node.older == .max {
      queue.oldest = node.newer
    } else {
      nodes[Int(node.older)].newer = node.newer
    }
    queue.count -= 1
  }

  /// Moves `slot` of `queue` to the newest end and pencils `mark` beside it.
  mutating func renew(_ slot: Slot, mark: UInt32 = 0, in queue: inout SlotQueue) {
    let node = nodes[Int(slot)]
    guard node.newer != .max else {
      nodes[Int(slot)].mark = mark
      return
    }
    nodes[Int(node.newer)].older = node.older
    if node.older == .max {
      queue.oldest = node.newer
    } else {
      nodes[Int(node.older)].newer = node.newer
    }
    nodes[Int(queue.newest)].newer = slot
    nodes[Int(slot)] = Node(newer: .max, older: queue.newest, mark: mark)
    queue.newest = slot
  }

  func mark(of slot: Slot) -> UInt32 {
    nodes[Int(slot)].mark
  }

  /// The slot that came just before this one, nearer to the newest end; `Slot.max` if none.
  func newer(than slot: Slot) -> Slot {
    nodes[Int(slot)].newer
  }

  /// The `limit` oldest slots of `queue`, newest of them first.
  func oldest(_ limit: Int, of queue: SlotQueue) -> [Slot] {
    var slots: [Slot] = []
    slots.reserveCapacity(min(limit, queue.count))
    var slot = queue.oldest
    while slot != .max, slots.count < limit {
      slots.append(slot)
      slot = nodes[Int(slot)].newer
    }
    slots.reverse()
    return slots
  }

  /// Adds the order of `queue`, and what is pencilled beside each slot, to `hash`.
  func digest(of queue: SlotQueue, into hash: inout StableHash) {
    hash.combine(queue.count)
    var slot = queue.newest
    while slot != .max {
      let node = nodes[Int(slot)]
      hash.combine(UInt64(slot) << 32 | UInt64(node.mark))
      slot = node.older
    }
  }

  /// Stops the program if the links of `queue` do not agree in both directions.
  ///
  /// O(n).
  func checkInvariants(of queue: SlotQueue) {
    var seen = 0
    var newer = Slot.max
    var slot = queue.newest
    while slot != .max {
      let node = nodes[Int(slot)]
      precondition(node.newer == newer, "slot \(slot) points to \(node.newer), not to \(newer)")
      seen += 1
      precondition(seen <= queue.count, "a queue of \(queue.count) goes on after its end")
      newer = slot
      slot = node.older
    }
    precondition(queue.oldest == newer, "the oldest is \(queue.oldest), the walk ends at \(newer)")
    precondition(seen == queue.count, "a queue of \(queue.count) has \(seen) links")
  }
}
