import CacheEngine
import Testing

@Suite struct ClockPolicyTests {
  @Test func `who was asked for goes round once more, without its bit`() {
    let picture = Picture("clock", 3, "a b c a d")
    #expect(picture.hits == "---h-")
    #expect(picture.left == "d a c")
    #expect(picture.victims == ["b"])
  }

  @Test func `a hit moves nobody, and a second one adds nothing`() {
    #expect(Picture("clock", 4, "a b c b b a").left == "c b* a*")
  }

  @Test func `when all were asked for it is first in, first out`() {
    let picture = Picture("clock", 3, "a b c c b a d")
    #expect(picture.victims == ["a"])
    #expect(picture.left == "d c b")
  }

  @Test func `the hand stands at the back and says whom it passed`() {
    let picture = Picture("clock", 3, "a b c a")
    let inspection = picture.cache.inspection(limit: 9)
    #expect(inspection.hand == inspection.queues[0].entries.last?.slot)
    #expect(picture.cache.nextVictim(now: .zero)?.reason == .unvisited(spared: 1))
  }
}
