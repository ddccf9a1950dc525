import CacheEngine
import Testing

@Suite struct LRUPolicyTests {
  @Test func `a hit moves the key to the front`() {
    let picture = Picture("lru", 3, "a b c a d")
    #expect(picture.hits == "---h-")
    #expect(picture.left == "d a c")
    #expect(picture.victims == ["b"])
  }

  @Test func `a hit on the front and on the back keeps everybody in line`() {
    #expect(Picture("lru", 3, "a b c c").left == "c b a")
    #expect(Picture("lru", 3, "a b c a").left == "a c b")
    #expect(Picture("lru", 1, "a a b").left == "b")
  }

  @Test func `the longest silence loses, whatever came before`() {
    var picture = Picture("lru", 4, "a b b b c d a d")
    let next = picture.cache.nextVictim(now: Tick(microseconds: 8))
    #expect(next.map { picture.names.text(of: $0.key) } == "b")
    #expect(next?.reason == .oldestRead(lastRead: Tick(microseconds: 3), requestsAgo: 5))
    picture.play("e b f a g")
    #expect(picture.victims == ["b", "c", "a", "d", "e"])
  }

  @Test func `a loop over one more than fits never hits`() {
    #expect(Picture("lru", 3, "a b c d a b c d a b c d").hits == "------------")
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `misses are counted by stack distances, for every capacity`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let ids = (0..<2_000).map { _ in UInt32(random.below(1 + random.below(60))) }
    let distances = stackDistances(ids)
    let trace = BatchTrace(ids: ids)
    let row = PolicyCatalog.find("lru")
    for capacity in 1...60 {
      let misses = distances.count { $0 >= capacity }
      #expect(row?.simulate(trace, capacity, 0).misses == misses, "capacity \(capacity)")
    }
  }

  @Test func `a larger cache holds all that a smaller one holds`() {
    var random = SeededRandom(seed: 5)
    let requests = (0..<300).map { _ in "k\(random.below(1 + random.below(20)))" }
      .joined(separator: " ")
    let pictures = (1...12).map { Picture("lru", $0, requests) }
    for (smaller, larger) in zip(pictures, pictures.dropFirst()) {
      #expect(larger.left.hasPrefix(smaller.left))
    }
  }

  /// How many other keys were asked for since the last request for the same one; `.max` if none.
  private func stackDistances(_ ids: [UInt32]) -> [Int] {
    var stack: [UInt32] = []
    return ids.map { id in
      let depth = stack.firstIndex(of: id)
      if let depth { stack.remove(at: depth) }
      stack.insert(id, at: 0)
      return depth ?? .max
    }
  }
}
