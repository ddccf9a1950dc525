// LIRS: not how long ago, but how long between.
//
// The distance between the last two requests of a key, counted in other keys, tells more of its
// future than the time since the last one. Keys with a low distance (LIR) own the cache, all but
// a hundredth. Those with a high one (HIR) pass through a short queue.
//
// One stack tells low from high. A request puts its key on top. Whoever is asked for while it is
// still in the stack has come back sooner than the LIR key at the bottom: the two change roles. The
// stack is pruned so that a LIR key is always at its bottom, and it keeps HIR keys that are no
// longer in the cache: their names, as ghosts.
//
//        top
//      │ d  high   │        d is asked for again, while it is in the stack:
//      │ a  low    │          d becomes low,
//      │ g  ghost  │          c, at the bottom, becomes high and enters the queue,
//      │ c  low    │          and the stack is pruned down to the next low one
//        bottom
//      queue of the high ones:  d e f ──▶ leaves next
//
// It wins on loops and scans, where LRU never hits: the first keys of the loop become low and stay.
// It adapts when favourites change, since a newcomer needs only two requests close together.
//
// It loses where every key comes twice in quick succession and never again: each pair drives a
// good one out. It is the most intricate of the classics, and the stack of names needs a limit: no
// more than the cache holds.
//
// Reference: S. Jiang, X. Zhang, "LIRS: an efficient low inter-reference recency set replacement
// policy to improve buffer cache performance", SIGMETRICS (2002).

/// Low inter-reference recency set.
public struct LIRSPolicy: EvictionPolicy {
  /// What a node is; `out` is high and no longer in the stack.
  private enum Role {
    static let low: UInt32 = 0
    static let high: UInt32 = 1
    static let out: UInt32 = 2
    static let ghost: UInt32 = 3
  }

  private struct Node: Sendable, BitwiseCopyable {
    var key: UInt32 = .max
    var slot: Slot = .max
    var weight: UInt32 = 0
    var role: UInt32 = 0
  }

  /// Nodes outlive their slots, so they have numbers of their own.
  private var nodes = SlotColumn(blank: Node())
  private var nodeOfSlot = SlotColumn<UInt32>(blank: .max)
  private var ghostTable = SlotMap()
  private var freeNodes: [UInt32] = []
  private var freshNode: UInt32 = 0

  private var stackLinks = SlotLinks()
  private var stack = SlotQueue()
  /// A node that is high is in the queue, a ghost in the ghosts, a low one in neither.
  private var queueLinks = SlotLinks()
  private var queue = SlotQueue()
  private var ghosts = SlotQueue()
  private var lowWeight = 0
  private var lowCount = 0
  private var capacity = 0

  public init(capacity: Int) {
    self.capacity = capacity
  }

  public mutating func resize(capacity: Int) {
    self.capacity = capacity
    shrink()
    trimGhosts()
  }

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    guard !queue.isEmpty else { return evictLow() }
    let number = queue.oldest
    let victim = nodes[number].slot
    queueLinks.remove(number, from: &queue)
    if nodes[number].role == Role.high {
      nodes[number].role = Role.ghost
      nodes[number].slot = .max
      queueLinks.push(number, weight: max(1, Int(nodes[number].weight)), onto: &ghosts)
      ghostTable.insert(Symbol(index: nodes[number].key), slot: number)
      trimGhosts()
    } else {
      freeNodes.append(number)
    }
    return Eviction(slot: victim, reason: .oldestIn(.high))
  }

  @inline(__always)
  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    let ghost = ghostTable.count == 0 ? .max : ghostTable.find(access.key)
    let number = ghost == .max ? takeNode() : ghost
    let weight = UInt32(clamping: access.weight)
    nodeOfSlot[slot] = number
    if ghost != .max {
      ghostTable.remove(access.key)
      queueLinks.remove(number, from: &ghosts)
      stackLinks.remove(number, from: &stack)
    }
    nodes[number] = Node(key: access.key.index, slot: slot, weight: weight, role: Role.high)
    stackLinks.push(number, onto: &stack)
    if ghost != .max || lowWeight + Int(weight) <= lowShare {
      becomeLow(number)
      shrink()
    } else {
      queueLinks.push(number, onto: &queue)
      prune()
    }
  }

  @inline(__always)
  public mutating func didHit(_ slot: Slot, _ access: Access) {
    let number = nodeOfSlot[slot]
    switch nodes[number].role {
    case Role.low:
      let wasBottom = stack.oldest == number
      stackLinks.renew(number, in: &stack)
      if wasBottom { prune() }
    case Role.high:
      stackLinks.renew(number, in: &stack)
      queueLinks.remove(number, from: &queue)
      becomeLow(number)
      shrink()
    default:
      nodes[number].role = Role.high
      stackLinks.push(number, onto: &stack)
      queueLinks.renew(number, in: &queue)
      prune()
    }
  }

  public mutating func didChange(_ slot: Slot, weight: Int, expiresAt: Tick) {
    let number = nodeOfSlot[slot]
    let weight = UInt32(clamping: weight)
    if nodes[number].role == Role.low { lowWeight += Int(weight) - Int(nodes[number].weight) }
    nodes[number].weight = weight
    shrink()
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    let number = nodeOfSlot[slot]
    let node = nodes[number]
    if node.role != Role.out { stackLinks.remove(number, from: &stack) }
    if node.role == Role.low {
      lowWeight -= Int(node.weight)
      lowCount -= 1
    } else {
      queueLinks.remove(number, from: &queue)
    }
    freeNodes.append(number)
    prune()
  }

  /// What the low ones may weigh: all but a hundredth, and all but one.
  private var lowShare: Int { capacity - max(1, capacity / 100) }

  private mutating func becomeLow(_ number: UInt32) {
    nodes[number].role = Role.low
    lowWeight += Int(nodes[number].weight)
    lowCount += 1
  }

  /// The low ones at the bottom become high until the others fit their share.
  private mutating func shrink() {
    while lowWeight > lowShare, lowCount > 0 {
      prune()
      let bottom = stack.oldest
      stackLinks.remove(bottom, from: &stack)
      nodes[bottom].role = Role.out
      lowWeight -= Int(nodes[bottom].weight)
      lowCount -= 1
      queueLinks.push(bottom, onto: &queue)
    }
    prune()
  }

  /// Takes off the bottom whatever is not low: its distance would be longer than anybody's.
  private mutating func prune() {
    while !stack.isEmpty, nodes[stack.oldest].role != Role.low {
      let number = stack.oldest
      stackLinks.remove(number, from: &stack)
      if nodes[number].role == Role.ghost {
        forget(number)
      } else {
        nodes[number].role = Role.out
      }
    }
  }

  private mutating func trimGhosts() {
    while ghosts.weight > capacity, !ghosts.isEmpty {
      let number = ghosts.oldest
      stackLinks.remove(number, from: &stack)
      forget(number)
    }
  }

  /// A ghost that has left the stack.
  private mutating func forget(_ number: UInt32) {
    queueLinks.remove(number, from: &ghosts)
    ghostTable.remove(Symbol(index: nodes[number].key))
    freeNodes.append(number)
  }

  /// Nobody is high: the low one at the bottom goes.
  private mutating func evictLow() -> Eviction? {
    guard lowCount > 0 else { return nil }
    let number = stack.oldest
    let victim = nodes[number].slot
    didRemove(victim, cause: .evicted)
    return Eviction(slot: victim, reason: .oldestIn(.low))
  }

  private mutating func takeNode() -> UInt32 {
    if let number = freeNodes.popLast() { return number }
    freshNode += 1
    return freshNode - 1
  }
}

extension LIRSPolicy {
  @inline(__always)
  public mutating func borrowMemory() {
    nodes.borrow()
    nodeOfSlot.borrow()
    ghostTable.borrow()
    stackLinks.borrow()
    queueLinks.borrow()
  }

  public mutating func giveBackMemory() {
    nodes.giveBack()
    nodeOfSlot.giveBack()
    ghostTable.giveBack()
    stackLinks.giveBack()
    queueLinks.giveBack()
  }

  public func inspection(limit: Int) -> Inspection {
    let resident = stackLinks.oldest(.max, of: stack).filter { nodes[$0].role == Role.low }
    let low = InspectedQueue(
      name: "low", exit: .back,
      entries: resident.suffix(limit).map { InspectedEntry(slot: nodes[$0].slot) },
      count: lowCount)
    let passing = queueLinks.oldest(limit, of: queue).map { number in
      InspectedEntry(
        slot: nodes[number].slot, badge: nodes[number].role == Role.high ? .visited : .none)
    }
    let high = InspectedQueue(name: "high", exit: .back, entries: passing, count: queue.count)
    let keys = queueLinks.newest(limit, of: ghosts).map { Symbol(index: nodes[$0].key) }
    return Inspection(
      queues: queue.isEmpty ? [high, low] : [low, high],
      ghosts: [InspectedGhosts(name: "ghosts", keys: keys, count: ghosts.count)])
  }

  public func digest(into hash: inout StableHash) {
    hash.combine(stack.count)
    for number in stackLinks.newest(.max, of: stack) { digest(nodes[number], into: &hash) }
    for queue in [queue, ghosts] {
      hash.combine(queue.count)
      for number in queueLinks.newest(.max, of: queue) { digest(nodes[number], into: &hash) }
    }
  }

  private func digest(_ node: Node, into hash: inout StableHash) {
    hash.combine(UInt64(node.key) << 32 | UInt64(node.slot))
    hash.combine(UInt64(node.weight) << 32 | UInt64(node.role))
  }

  public func checkInvariants() {
    stackLinks.checkInvariants(of: stack)
    queueLinks.checkInvariants(of: queue)
    queueLinks.checkInvariants(of: ghosts)
    var (low, weight, high, names) = (0, 0, 0, 0)
    for number in stackLinks.newest(.max, of: stack) {
      let node = nodes[number]
      precondition(node.role != Role.out, "node \(number) is out of the stack and in it")
      if node.role == Role.low { (low, weight) = (low + 1, weight + Int(node.weight)) }
      if node.role == Role.high { high += 1 }
      if node.role == Role.ghost { names += 1 }
    }
    let waiting = queueLinks.newest(.max, of: queue)
    precondition(
      high == waiting.count { nodes[$0].role == Role.high }, "a high one is not in the queue")
    precondition(low == lowCount && weight == lowWeight, "\(low) are low, not \(lowCount)")
    precondition(lowWeight <= max(0, lowShare), "the low ones weigh \(lowWeight) of \(lowShare)")
    precondition(
      names == ghosts.count && names == ghostTable.count, "\(names) ghosts of \(ghosts.count)")
    precondition(
      stack.isEmpty || nodes[stack.oldest].role == Role.low, "the bottom of the stack is high")
  }
}
