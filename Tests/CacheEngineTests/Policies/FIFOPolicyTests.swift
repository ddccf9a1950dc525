import CacheEngine
import Testing

@Suite struct FIFOPolicyTests {
  @Test func `a hit moves nothing`() {
    let picture = Picture("fifo", 3, "a b c a d")
    #expect(picture.hits == "---h-")
    #expect(picture.left == "d c b")
    #expect(picture.victims == ["a"])
  }

  @Test func `more room may make it worse`() {
    let trace = "1 2 3 4 1 2 5 1 2 3 4 5"
    #expect(Picture("fifo", 3, trace).cache.statistics.misses == 9)
    #expect(Picture("fifo", 4, trace).cache.statistics.misses == 10)
  }

  @Test func `the reason is the moment of coming`() {
    var picture = Picture("fifo", 2, "a a a b")
    let next = picture.cache.nextVictim(now: Tick(microseconds: 4))
    #expect(next?.reason == .oldestInsert(at: .zero))
    picture.play("c")
    #expect(picture.victims == ["a"])
  }
}
