import CacheEngine
import Testing

@Suite struct RandomPolicyTests {
  @Test func `the same seed draws the same lots`() {
    let trace = (0..<200).map { "k\($0 % 9)" }.joined(separator: " ")
    let first = Picture("random", 5, trace, seed: 11)
    let again = Picture("random", 5, trace, seed: 11)
    let other = Picture("random", 5, trace, seed: 12)
    #expect(first.victims == again.victims)
    #expect(first.victims != other.victims)
  }

  @Test func `the reason is the lot, among so many`() {
    let picture = Picture("random", 4, "a b c d")
    #expect(picture.cache.nextVictim(now: .zero)?.reason == .drawn(among: 4))
    #expect(picture.cache.inspection(limit: 9).queues.map(\.exit) == [.drawn])
  }

  @Test func `everybody is drawn about equally often`() {
    var cache = Cache(policy: "random", capacity: 4, seed: 3)
    var drawn = [0, 0, 0, 0]
    for round in 0..<4_000 {
      let key = Symbol(index: UInt32(round + 1))
      cache.set(key, hash: 0, value: key, now: .zero)
      for change in cache.changes where change.kind == .evicted { drawn[Int(change.slot)] += 1 }
      cache.changes.removeAll()
    }
    for count in drawn { #expect((850...1150).contains(count)) }
  }

  @Test func `it survives the loop on which LRU always misses`() {
    let loop = String(repeating: "a b c d e ", count: 40)
    #expect(Picture("lru", 4, loop).cache.statistics.hits == 0)
    #expect(Picture("random", 4, loop).cache.statistics.hits > 80)
  }
}
