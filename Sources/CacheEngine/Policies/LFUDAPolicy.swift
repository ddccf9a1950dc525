// LFU with dynamic ageing: counts, and a floor that rises.
//
// LFU never forgets: a star of last month has points that nobody can reach. Here the cache has an
// age, which is the worth of the one who left last. A newcomer starts at that age, and each hit
// makes an entry worth the age plus all its requests so far. So those who are asked for now rise
// with the floor, and the old star, whom nobody lifts any more, is reached by it in the end.
//
//     worth
//      12 │ ■ old star
//      11 │                  ■ new star: 8 + 3
//       9 │         ■ newcomer: 8 + 1
//       8 ┼─────────────────────────────────── the age; whoever stands lowest leaves,
//                                              and its worth is the next age
//
// It wins over LFU wherever the favourites change, and over LRU where there are favourites at all.
//
// It loses to plain LFU on a day on which nothing changes; and the floor rises slowly in a large
// cache, since it rises only when somebody leaves.
//
// Reference: M. Arlitt, L. Cherkasova, J. Dilley, R. Friedrich, T. Jin, "Evaluating content
// management techniques for web proxy caches", ACM Performance Evaluation Review 27 (2000).

/// Least frequently used, with dynamic ageing.
public struct LFUDAPolicy: EvictionPolicy {
  private var heap = SlotHeap<UInt64>()
  private var counts = SlotColumn<UInt32>(blank: 0)
  /// What the last victim was worth.
  private var age: UInt64 = 0

  public init() {}

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    guard !heap.isEmpty else { return nil }
    let victim = heap.first
    age = heap.rank(of: victim)
    heap.remove(victim)
    return Eviction(
      slot: victim, reason: .leastWorth(thousandths: Int(age) * 1_000, among: heap.count + 1))
  }

  @inline(__always)
  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    counts[slot] = 1
    heap.push(slot, rank: age + 1)
  }

  @inline(__always)
  public mutating func didHit(_ slot: Slot, _ access: Access) {
    if counts[slot] < .max { counts[slot] += 1 }
    heap.change(slot, to: age + UInt64(counts[slot]))
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    heap.remove(slot)
  }

  public func inspection(limit: Int) -> Inspection {
    let entries = heap.least(limit).map { slot in
      InspectedEntry(slot: slot, badge: .worth(thousandths: Int(heap.rank(of: slot)) * 1_000))
    }
    return Inspection(
      queues: [InspectedQueue(name: "worth", exit: .back, entries: entries, count: heap.count)],
      figures: [InspectedFigure(name: "age", value: Double(age))])
  }

  public func digest(into hash: inout StableHash) {
    hash.combine(age)
    heap.digest(into: &hash) { $0 }
    for node in heap.nodes.sorted(by: { $0.slot < $1.slot }) {
      hash.combine(UInt64(counts[node.slot]))
    }
  }

  public func checkInvariants() {
    heap.checkInvariants()
  }
}
