import CacheEngine
import Testing

@Suite struct MRUPolicyTests {
  @Test func `whoever was asked for last leaves`() {
    let picture = Picture("mru", 3, "a b c a d")
    #expect(picture.victims == ["a"])
    #expect(picture.left == "b c d")
    #expect(picture.cache.nextVictim(now: .zero)?.reason == .newestRead(requestsAgo: 1))
  }

  @Test func `on a loop over more than fits it is the best there is`() {
    let loop = String(repeating: "a b c d e ", count: 40)
    let trace = (0..<200).map { UInt32($0 % 5) }
    let misses = Picture("mru", 4, loop).cache.statistics.misses
    #expect(misses == Oracle.misses(trace, capacity: 4, bypass: false))
    #expect(Picture("lru", 4, loop).cache.statistics.misses == 200)
  }
}
