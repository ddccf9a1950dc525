import CacheEngine
import Testing

@Suite struct LIRSPolicyTests {
  @Test func `the first come are low, the last place is for passers-by`() {
    let picture = Picture("lirs", 4, "a b c d e f")
    #expect(picture.victims == ["d", "e"])
    #expect(picture.queues == ["low: c b a", "high: f*"])
    #expect(picture.ghosts == ["e d"])
  }

  @Test func `who comes back while its name is in the stack changes roles with the lowest`() {
    let picture = Picture("lirs", 4, "a b c d e d")
    // d was let go, and came back sooner than a, at the bottom.
    #expect(picture.victims == ["d", "e"])
    #expect(picture.queues == ["low: d c b", "high: a"])
    #expect(picture.ghosts == ["e"])
  }

  @Test func `a hit on the bottom prunes the stack`() {
    let picture = Picture("lirs", 4, "a b c d b c a")
    #expect(picture.queues == ["low: a c b", "high: d"])
  }

  @Test func `a loop over more than fits keeps its beginning`() {
    let loop = String(repeating: "a b c d e ", count: 40)
    #expect(Picture("lru", 4, loop).cache.statistics.hits == 0)
    #expect(Picture("lirs", 4, loop).cache.statistics.hits == 117)
  }
}
