import CacheEngine
import Testing

@Suite struct ARCPolicyTests {
  @Test func `a second request moves to the frequent side`() {
    let picture = Picture("arc", 4, "a b c a b")
    #expect(picture.queues == ["frequent: b a", "recent: c"])
    #expect(picture.figure("p") == 0)
  }

  @Test func `the recent side gives way first, and leaves its name`() {
    let picture = Picture("arc", 4, "a a b c d e")
    #expect(picture.victims == ["b"])
    #expect(picture.queues == ["frequent: a", "recent: e d c"])
    #expect(picture.ghosts == ["b", ""])
  }

  @Test func `a ghost of the recent side makes room for the recent, and becomes frequent`() {
    let picture = Picture("arc", 4, "a a b c d e b")
    #expect(picture.figure("p") == 1)
    #expect(picture.queues == ["frequent: b a", "recent: e d"])
    #expect(picture.ghosts == ["c", ""])
  }

  @Test func `a ghost of the frequent side takes the room back`() {
    var picture = Picture("arc", 4, "a a b c d e b c")
    #expect(picture.figure("p") == 2)
    #expect(picture.victims == ["b", "c", "a"])
    #expect(picture.ghosts == ["", "a"])
    picture.play("a")
    #expect(picture.figure("p") == 1)
  }

  @Test func `a cache full of strangers forgets without a trace`() {
    let picture = Picture("arc", 3, "a b c d e")
    #expect(picture.victims == ["a", "b"])
    #expect(picture.ghosts == ["", ""])
  }

  @Test func `the newcomer decides who leaves`() {
    var picture = Picture("arc", 4, "a a b b c d e c d")
    let stranger = picture.cache.nextVictim(now: .zero)?.key
    let ghost = picture.cache.inspection(limit: 9).ghosts.flatMap(\.keys).first
    #expect(stranger != nil && ghost != nil)
    picture.play("f g h")
    #expect(picture.cache.count == 4)
  }

  @Test func `p stays within a cache that shrinks`() {
    var picture = Picture("arc", 8, "a a b b c d e f g h i j c d e f g")
    picture.cache.resize(capacity: 2, now: .zero)
    picture.cache.checkInvariants()
    #expect((picture.figure("p") ?? 9) <= 2)
    picture.cache.resize(capacity: 12, now: .zero)
    picture.play("a b c d e f g h i j k l m n a b c")
  }
}
