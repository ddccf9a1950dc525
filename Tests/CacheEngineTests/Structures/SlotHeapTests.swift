import Testing

@testable import CacheEngine

@Suite struct SlotHeapTests {
  @Test func `of equals the one that has had its rank longest is first`() {
    var heap = SlotHeap<UInt64>()
    for slot in Slot(0)..<4 { heap.push(slot, rank: 1) }
    heap.change(0, to: 1)
    #expect(heap.first == 1)
    #expect(heap.least(3) == [3, 2, 1])
    heap.remove(1)
    #expect(heap.first == 2)
  }

  @Test func `it agrees with sorting, whatever is done`() {
    var random = SeededRandom(seed: 8)
    var heap = SlotHeap<UInt64>()
    var list: [(slot: Slot, rank: UInt64)] = []
    for _ in 0..<3_000 {
      let slot = Slot(random.below(60))
      let rank = UInt64(random.below(20))
      let place = list.firstIndex { $0.slot == slot }
      #expect(heap.contains(slot) == (place != nil))
      switch (place, random.below(3)) {
      case (nil, _):
        heap.push(slot, rank: rank)
        list.append((slot, rank))
      case (let place?, 0):
        heap.remove(slot)
        list.remove(at: place)
      case (let place?, _):
        heap.change(slot, to: rank)
        list.remove(at: place)
        list.append((slot, rank))
      }
      heap.checkInvariants()
      let least = list.map(\.rank).min()
      #expect(heap.isEmpty || heap.first == list.first { $0.rank == least }?.slot)
    }
  }
}
