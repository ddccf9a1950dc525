import CacheEngine
import Testing

@Suite struct LRUKPolicyTests {
  @Test func `once is before twice, and the longest silent first`() {
    let picture = Picture("lru-k", 3, "a b c a d")
    #expect(picture.victims == ["b"])
    #expect(picture.queues == ["again: a", "once: d c"])
  }

  @Test func `the last request but one counts, not the last`() {
    // b came later than a, but its last request but one is older than a's.
    var picture = Picture("lru-k", 2, "b a a a b")
    #expect(picture.queues == ["once: ", "again: a b"])
    let next = picture.cache.nextVictim(now: .zero)
    #expect(next?.reason == .oldestOfLast(reads: 2, requestsAgo: 5))
    picture.play("c")
    #expect(picture.victims == ["b"])
  }

  @Test func `a name is remembered with its last request`() {
    let picture = Picture("lru-k", 2, "a b c a")
    #expect(picture.victims == ["a", "b"])
    #expect(picture.queues == ["again: a", "once: c"])
    #expect(picture.ghosts == ["b"])
  }
}
