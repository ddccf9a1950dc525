// GDSF: what an entry is worth by the byte.
//
// Caches of bytes hold a thumbnail and a film in the same room. For the room of the film a
// thousand thumbnails fit, and together they are asked for much more often. GreedyDual-Size-
// Frequency weighs everything: an entry is worth
//
//             requests × cost of a miss
//     age  +  ─────────────────────────        the age: what the last victim was worth
//                      size
//
// and whoever is worth least leaves. So what is large must be popular, what is dear to load may
// stay longer, and what nobody asks for is overtaken by the age that rises, as in LFUDA.
//
//     thumbnail  2 requests × 1 ÷ 4 KB     0.5    ◀── stays
//     film       9 requests × 1 ÷ 900 KB   0.01   ◀── leaves
//
// It wins hits wherever sizes differ, more than any other simple rule, and load time where the
// cost of a miss is known.
//
// It loses bytes: what leaves is large, so the share of the *bytes* that come from the cache may
// fall while the share of the requests rises. A network line that is paid by the byte wants
// another policy. With equal sizes and costs it is LFUDA.
//
// Reference: L. Cherkasova, "Improving WWW proxies performance with Greedy-Dual-Size-Frequency
// caching policy", HP Laboratories report 98-69R1 (1998).

/// Greedy dual: requests and cost, by the byte.
public struct GDSFPolicy: EvictionPolicy {
  private struct Facts: Sendable, BitwiseCopyable {
    var requests: UInt32 = 0
    var cost: UInt32 = 1
    var weight: UInt32 = 1
  }

  private var heap = SlotHeap<Double>()
  private var facts = SlotColumn(blank: Facts())
  /// What the last victim was worth.
  private var age = 0.0

  public init() {}

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    guard !heap.isEmpty else { return nil }
    let victim = heap.first
    age = heap.rank(of: victim)
    heap.remove(victim)
    return Eviction(
      slot: victim, reason: .leastWorth(thousandths: thousandths(age), among: heap.count + 1))
  }

  @inline(__always)
  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    facts[slot] = Facts(
      requests: 1, cost: UInt32(clamping: access.cost),
      weight: max(1, UInt32(clamping: access.weight)))
    heap.push(slot, rank: worth(of: slot))
  }

  @inline(__always)
  public mutating func didHit(_ slot: Slot, _ access: Access) {
    if facts[slot].requests < .max { facts[slot].requests += 1 }
    facts[slot].cost = UInt32(clamping: access.cost)
    heap.change(slot, to: worth(of: slot))
  }

  public mutating func didChange(_ slot: Slot, weight: Int, expiresAt: Tick) {
    let weight = max(1, UInt32(clamping: weight))
    guard weight != facts[slot].weight else { return }
    facts[slot].weight = weight
    heap.change(slot, to: worth(of: slot))
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    heap.remove(slot)
  }

  public func inspection(limit: Int) -> Inspection {
    let entries = heap.least(limit).map { slot in
      InspectedEntry(slot: slot, badge: .worth(thousandths: thousandths(heap.rank(of: slot))))
    }
    return Inspection(
      queues: [InspectedQueue(name: "worth", exit: .back, entries: entries, count: heap.count)],
      figures: [InspectedFigure(name: "age", value: age)])
  }

  public func digest(into hash: inout StableHash) {
    hash.combine(age.bitPattern)
    heap.digest(into: &hash) { $0.bitPattern }
    for node in heap.nodes.sorted(by: { $0.slot < $1.slot }) {
      let known = facts[node.slot]
      hash.combine(UInt64(known.requests) << 32 | UInt64(known.cost))
      hash.combine(UInt64(known.weight))
    }
  }

  public func checkInvariants() {
    heap.checkInvariants()
  }

  private func worth(of slot: Slot) -> Double {
    let known = facts[slot]
    return age + Double(known.requests) * Double(known.cost) / Double(known.weight)
  }

  private func thousandths(_ worth: Double) -> Int {
    worth < 1e15 ? Int(worth * 1_000) : .max
  }
}
