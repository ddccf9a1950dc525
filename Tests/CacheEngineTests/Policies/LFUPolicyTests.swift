import CacheEngine
import Testing

@Suite struct LFUPolicyTests {
  @Test func `every request is a point, and the fewest points leave`() {
    let picture = Picture("lfu", 3, "a b c a d")
    #expect(picture.hits == "---h-")
    #expect(picture.left == "a2 d1 c1")
    #expect(picture.victims == ["b"])
  }

  @Test func `the oldest at the lowest count is at the back`() {
    #expect(Picture("lfu", 4, "a b b b c d a d").left == "b3 d2 a2 c1")
  }

  @Test func `newcomers push out newcomers`() {
    var picture = Picture("lfu", 4, "a b b b c d a d")
    picture.play("e b f a g")
    #expect(picture.victims == ["c", "e", "f"])
    #expect(picture.left == "b4 a3 d2 g1")
  }

  @Test func `the tie goes to the one longest at that count, not to the first to come`() {
    var picture = Picture("lfu", 3, "a b c b a")
    #expect(picture.left == "a2 b2 c1")
    picture.play("c d")
    #expect(picture.victims == ["b"])
  }

  @Test func `the reason has the count, the ties and since when`() {
    let picture = Picture("lfu", 3, "a b c b a c")
    let next = picture.cache.nextVictim(now: Tick(microseconds: 6))
    let since = Tick(microseconds: 3)
    #expect(next?.reason == .fewestReads(count: 2, tied: 2, since: since))
  }

  @Test func `yesterday's favourites keep new ones out for ever`() {
    let day = String(repeating: "1 2 3 4 5 6 ", count: 10)
    var picture = Picture("lfu", 8, day)
    picture.hits = ""
    picture.play(String(repeating: "7 8 9 10 11 12 ", count: 20))
    #expect(!picture.hits.contains("h"))
  }

  @Test func `a limited look shows the nearest to leaving, victim last`() {
    let picture = Picture("lfu", 4, "a b b b c d a d")
    let queue = picture.cache.inspection(limit: 2).queues[0]
    #expect(queue.count == 4)
    let names = queue.entries.map { inspected in
      picture.cache.entry(at: inspected.slot).map { picture.names.text(of: $0.key) }
    }
    #expect(names == ["a", "c"])
    #expect(queue.entries.map(\.badge) == [.count(2), .count(1)])
  }
}
