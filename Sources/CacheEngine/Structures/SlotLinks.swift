// Queues without allocation.
//
// Policies keep entries in order and must pull one out of the middle when it is asked for. A
// textbook list allocates a node per entry; here the node of slot s is simply place s of one
// array, so a queue costs 16 bytes an entry, copies as one block and never allocates once warm.
// A slot is in at most one queue, so all queues of a policy share one array of links.
//
//     newest                      oldest
//       7  ──older──▶  2  ──older──▶  5        nodes[2] = (newer: 7, older: 5, mark, weight)
//          ◀──newer──     ◀──newer──
//       └────────newer──▶ … ◀──older────┘
//
// The two ends hold hands, so a queue is a circle with a mark where it begins: no link is ever
// missing, and the oldest becomes the newest by moving the mark, as the hand of a clock moves.

/// The links of any number of queues in which each slot stands at most once.
struct SlotLinks: Sendable {
  struct Node: Hashable, Sendable {
    var newer: Slot = .max
    var older: Slot = .max
    /// Whatever the policy pencils beside the entry.
    var mark: UInt32 = 0
    var weight: UInt32 = 0
  }

  private var nodes = Block<Node>()

  @inline(__always)
  mutating func borrow() { nodes.borrow() }
  mutating func giveBack() { nodes.giveBack() }

  /// Puts `slot` at the newest end.
  ///
  /// Precondition: it stands in no queue.
  @inline(__always)
  mutating func push(
    _ slot: Slot, mark: UInt32 = 0, weight: Int = 1, onto queue: inout SlotQueue
  ) {
    if Int(slot) >= nodes.count { nodes.grow(to: Int(slot) + 1, blank: Node()) }
    let weight = UInt32(clamping: weight)
    if queue.isEmpty {
      queue.newest = slot
      queue.oldest = slot
    }
    let (newest, oldest) = (queue.newest, queue.oldest)
    nodes.writing { nodes in
      nodes[Int(slot)] = Node(newer: oldest, older: newest, mark: mark, weight: weight)
      nodes[Int(newest)].newer = slot
      nodes[Int(oldest)].older = slot
    }
    queue.newest = slot
    queue.count &+= 1
    queue.weight &+= Int(weight)
  }

  /// Takes `slot` out of `queue`.
  ///
  /// Precondition: it stands there.
  @inline(__always)
  mutating func remove(_ slot: Slot, from queue: inout SlotQueue) {
    let node = nodes.writing { nodes in
      let node = nodes[Int(slot)]
      nodes[Int(node.newer)].older = node.older
      nodes[Int(node.older)].newer = node.newer
      return node
    }
    queue.count &-= 1
    queue.weight &-= Int(node.weight)
    if slot == queue.newest { queue.newest = queue.isEmpty ? .max : node.older }
    if slot == queue.oldest { queue.oldest = queue.isEmpty ? .max : node.newer }
  }

  /// Moves `slot` of `queue` to the newest end and pencils `mark` beside it.
  @inline(__always)
  mutating func renew(_ slot: Slot, mark: UInt32 = 0, in queue: inout SlotQueue) {
    let (newest, oldest) = (queue.newest, queue.oldest)
    let next = nodes.writing { nodes -> Slot in
      let node = nodes[Int(slot)]
      nodes[Int(slot)].mark = mark
      // The circle is the same with another beginning.
      if slot == oldest { return node.newer }
      if slot == newest { return oldest }
      nodes[Int(node.newer)].older = node.older
      nodes[Int(node.older)].newer = node.newer
      nodes[Int(slot)].newer = oldest
      nodes[Int(slot)].older = newest
      nodes[Int(newest)].newer = slot
      nodes[Int(oldest)].older = slot
      return oldest
    }
    queue.newest = slot
    queue.oldest = next
  }

  /// Moves `slot` from one queue to the newest end of another and pencils `mark` beside it.
  mutating func move(
    _ slot: Slot, mark: UInt32, from old: inout SlotQueue, to new: inout SlotQueue
  ) {
    let weight = Int(nodes[Int(slot)].weight)
    remove(slot, from: &old)
    push(slot, mark: mark, weight: weight, onto: &new)
  }

  @inline(__always)
  func mark(of slot: Slot) -> UInt32 {
    nodes.reading { $0[Int(slot)].mark }
  }

  @inline(__always)
  mutating func setMark(_ mark: UInt32, of slot: Slot) {
    nodes.writing { $0[Int(slot)].mark = mark }
  }

  @inline(__always)
  func weight(of slot: Slot) -> Int {
    Int(nodes[Int(slot)].weight)
  }

  /// The entry in `slot` of `queue` weighs differently from now on.
  mutating func setWeight(_ weight: Int, of slot: Slot, in queue: inout SlotQueue) {
    let old = nodes.writing { nodes in
      let old = nodes[Int(slot)].weight
      nodes[Int(slot)].weight = UInt32(clamping: weight)
      return old
    }
    queue.weight += Int(UInt32(clamping: weight)) - Int(old)
  }

  /// The slot that came after this one, nearer to the newest end; the oldest is next to the newest.
  @inline(__always)
  func newer(than slot: Slot) -> Slot {
    nodes.reading { $0[Int(slot)].newer }
  }

  /// The `limit` oldest slots of `queue`, newest of them first.
  func oldest(_ limit: Int, of queue: SlotQueue) -> [Slot] {
    var slots: [Slot] = []
    let length = min(limit, queue.count)
    slots.reserveCapacity(length)
    var slot = queue.oldest
    while slots.count < length {
      slots.append(slot)
      slot = nodes[Int(slot)].newer
    }
    slots.reverse()
    return slots
  }

  /// `queue` as it is drawn: its `limit` oldest, each with what the policy says of it.
  func inspection(
    _ name: String, _ exit: InspectedQueue.Exit = .back, of queue: SlotQueue, limit: Int,
    badge: (Slot) -> InspectedEntry.Badge = { _ in .none }
  ) -> InspectedQueue {
    InspectedQueue(
      name: name, exit: exit,
      entries: oldest(limit, of: queue).map { InspectedEntry(slot: $0, badge: badge($0)) },
      count: queue.count)
  }

  /// The `limit` newest slots of `queue`, newest first.
  func newest(_ limit: Int, of queue: SlotQueue) -> [Slot] {
    var slots: [Slot] = []
    let length = min(limit, queue.count)
    slots.reserveCapacity(length)
    var slot = queue.newest
    while slots.count < length {
      slots.append(slot)
      slot = nodes[Int(slot)].older
    }
    return slots
  }

  /// Adds the order of `queue`, and what is pencilled beside each slot, to `hash`.
  func digest(of queue: SlotQueue, into hash: inout StableHash) {
    hash.combine(queue.count)
    var slot = queue.newest
    for _ in 0..<queue.count {
      let node = nodes[Int(slot)]
      hash.combine(UInt64(slot) << 32 | UInt64(node.mark))
      slot = node.older
    }
  }

  /// Stops the program if the links of `queue` do not agree in both directions.
  ///
  /// O(n).
  func checkInvariants(of queue: SlotQueue) {
    guard !queue.isEmpty else {
      precondition(
        queue.newest == .max && queue.oldest == .max && queue.weight == 0,
        "an empty queue has ends, or weighs \(queue.weight)")
      return
    }
    var weight = 0
    var newer = queue.oldest
    var slot = queue.newest
    for seen in 0..<queue.count {
      let node = nodes[Int(slot)]
      precondition(node.newer == newer, "slot \(slot) points to \(node.newer), not to \(newer)")
      precondition(seen == 0 || slot != queue.newest, "a queue of \(queue.count) has \(seen)")
      weight += Int(node.weight)
      newer = slot
      slot = node.older
    }
    precondition(slot == queue.newest, "a queue of \(queue.count) goes on after its end")
    precondition(queue.oldest == newer, "the oldest is \(queue.oldest), the walk ends at \(newer)")
    precondition(weight == queue.weight, "a queue that weighs \(queue.weight) holds \(weight)")
  }
}
