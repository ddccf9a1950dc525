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

  @Test func `everybody is drawn about equally often, the newest too`() {
    var drawn = [0, 0, 0, 0]
    for seed in UInt64(0)..<4_000 {
      var cache = Cache(policy: "random", capacity: 4, seed: seed)
      for index in UInt32(0)..<4 {
        cache.set(Symbol(index: index), hash: 0, value: .empty, now: .zero)
      }
      if let next = cache.nextVictim(now: .zero) { drawn[Int(next.key.index)] += 1 }
    }
    for count in drawn { #expect((850...1150).contains(count)) }
  }

  @Test func `the lots to come are part of the digest`() {
    let digests = [UInt64(1), 2, 1].map { seed in
      var hash = StableHash()
      Cache(policy: "random", capacity: 4, seed: seed).digest(into: &hash)
      return hash.value
    }
    #expect(digests[0] != digests[1])
    #expect(digests[0] == digests[2])
  }

  @Test func `it survives the loop on which LRU always misses`() {
    let loop = String(repeating: "a b c d e ", count: 40)
    #expect(Picture("lru", 4, loop).cache.statistics.hits == 0)
    #expect(Picture("random", 4, loop).cache.statistics.hits > 80)
  }
}
