// LRU-K: not the last request counts, but the last but one.
//
// LRU takes one request for a habit. LRU-2 waits for the second: entries stand in the order of
// their last request but one, and whoever's lies furthest back leaves. Who was asked for only
// once has no such request at all, and leaves before all others, the longest silent first.
//
//     requests:   a  b  a  c  b  d          a: 2 back from its last     once:  c, d
//                 ──────────────▶           b: 3 back from its last
//                                           c leaves first, then d, then …
//
// A name is remembered after its entry is gone, with the time of its last request: else a key
// that comes back at intervals longer than its stay would be a stranger for ever.
//
// It wins wherever one request says little: a database reads a row and the index above it; the
// index is read all the time, the row once. Scans leave as fast as they come.
//
// It loses time: its order is not the order of the requests, so every hit costs O(log n) in a
// heap. And it loses to LRU when the favourites change, because newcomers need two requests.
//
// Reference: E. J. O'Neil, P. E. O'Neil, G. Weikum, "The LRU-K page replacement algorithm for
// database disk buffering", SIGMOD (1993).

/// LRU by the last request but one (K = 2).
public struct LRUKPolicy: EvictionPolicy {
  /// Those asked for once, newest first.
  private var links = SlotLinks()
  private var once = SlotQueue()
  /// Those asked for again, by their last request but one.
  private var again = SlotHeap<UInt64>()
  private var keys = SlotColumn<UInt32>(blank: .max)
  private var weights = SlotColumn<UInt32>(blank: 0)
  /// When each was asked for last, in requests.
  private var last = SlotColumn<UInt64>(blank: 0)
  private var accesses: UInt64 = 0
  private var ghosts = GhostTable()
  private var ghostQueue = SlotQueue()
  /// When each ghost was asked for last, by its place in the table.
  private var ghostLast = SlotColumn<UInt64>(blank: 0)
  private var capacity = 0

  public init(capacity: Int) {
    self.capacity = capacity
  }

  public mutating func resize(capacity: Int) {
    self.capacity = capacity
    ghosts.trim(&ghostQueue, to: capacity)
  }

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    guard !once.isEmpty || !again.isEmpty else { return nil }
    let isOnce = !once.isEmpty
    let victim = isOnce ? once.oldest : again.first
    let since = isOnce ? last[victim] : again.rank(of: victim)
    remember(victim)
    take(victim)
    let ago = Int(accesses + 1 - since)
    return Eviction(
      slot: victim, reason: .oldestOfLast(reads: isOnce ? 1 : 2, requestsAgo: ago))
  }

  @inline(__always)
  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    accesses += 1
    keys[slot] = access.key.index
    weights[slot] = UInt32(clamping: access.weight)
    last[slot] = accesses
    let ghost = ghosts.find(access.key)
    if ghost == .max {
      links.push(slot, onto: &once)
    } else {
      again.push(slot, rank: ghostLast[ghost])
      ghosts.remove(ghost, from: &ghostQueue)
    }
  }

  @inline(__always)
  public mutating func didHit(_ slot: Slot, _ access: Access) {
    accesses += 1
    if again.contains(slot) {
      again.change(slot, to: last[slot])
    } else {
      links.remove(slot, from: &once)
      again.push(slot, rank: last[slot])
    }
    last[slot] = accesses
  }

  public mutating func didChange(_ slot: Slot, weight: Int, expiresAt: Tick) {
    weights[slot] = UInt32(clamping: weight)
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    take(slot)
  }

  public func inspection(limit: Int) -> Inspection {
    let habitual = again.least(limit).map { slot in
      InspectedEntry(slot: slot, badge: .ago(Int(accesses + 1 - again.rank(of: slot))))
    }
    let strangers = links.oldest(limit, of: once).map { slot in
      InspectedEntry(slot: slot, badge: .ago(Int(accesses + 1 - last[slot])))
    }
    let queues = [
      InspectedQueue(name: "again", exit: .back, entries: habitual, count: again.count),
      InspectedQueue(name: "once", exit: .back, entries: strangers, count: once.count),
    ]
    return Inspection(
      queues: once.isEmpty ? queues.reversed() : queues,
      ghosts: [ghosts.inspection("ghosts", of: ghostQueue, limit: limit)])
  }

  public func digest(into hash: inout StableHash) {
    hash.combine(accesses)
    links.digest(of: once, into: &hash)
    for slot in links.newest(.max, of: once) { hash.combine(last[slot]) }
    again.digest(into: &hash) { $0 }
    for node in again.nodes.sorted(by: { $0.slot < $1.slot }) { hash.combine(last[node.slot]) }
    ghosts.digest(of: ghostQueue, into: &hash)
  }

  public func checkInvariants() {
    links.checkInvariants(of: once)
    again.checkInvariants()
    ghosts.checkInvariants(of: [ghostQueue])
    precondition(ghostQueue.weight <= capacity, "\(ghostQueue.weight) of ghosts remembered")
  }

  private mutating func take(_ slot: Slot) {
    if again.contains(slot) { again.remove(slot) } else { links.remove(slot, from: &once) }
  }

  private mutating func remember(_ slot: Slot) {
    let isRemembered = ghosts.remember(
      Symbol(index: keys[slot]), weight: Int(weights[slot]), in: &ghostQueue, upTo: capacity)
    if isRemembered { ghostLast[ghostQueue.newest] = last[slot] }
  }
}
