import Testing

@testable import CacheEngine

@Suite struct ExpiryHeapTests {
  @Test func `items come out in order of time and then of coming`() {
    for seed in UInt64(0)..<50 {
      var random = SeededRandom(seed: seed)
      let items = (0..<100).map { serial in
        ExpiryHeap.Item(
          expiresAt: Tick(microseconds: Int64(random.below(20))), serial: UInt64(serial), slot: 0)
      }
      var pushed = ExpiryHeap()
      for item in items { pushed.push(item) }
      var rebuilt = ExpiryHeap()
      rebuilt.rebuild(items)
      pushed.checkInvariants()
      rebuilt.checkInvariants()
      #expect(drain(pushed) == items.sorted())
      #expect(drain(rebuilt) == items.sorted())
    }
  }

  private func drain(_ heap: ExpiryHeap) -> [ExpiryHeap.Item] {
    var heap = heap
    var items: [ExpiryHeap.Item] = []
    while let first = heap.first {
      items.append(first)
      heap.removeFirst()
    }
    return items
  }
}
