import CacheEngine
import Testing

@Suite struct SievePolicyTests {
  @Test func `survivors stay where they are`() {
    let picture = Picture("sieve", 3, "a b c a d")
    #expect(picture.hits == "---h-")
    #expect(picture.left == "d c a")
    #expect(picture.victims == ["b"])
  }

  @Test func `the hand goes on from where it stopped`() {
    var picture = Picture("sieve", 7, "a b c d e f g a b g")
    #expect(picture.left == "g* f e d c b* a*")
    picture.play("h")
    #expect(picture.victims == ["c"])
    #expect(picture.left == "h g* f e d b a")
    picture.play("a i b j")
    #expect(picture.victims == ["c", "d", "e"])
    #expect(picture.left == "j i h g* f b* a*")
  }

  @Test func `from the newest the hand goes back to the oldest`() {
    var picture = Picture("sieve", 3, "a b c b a")
    picture.play("d")
    #expect(picture.victims == ["c"])
    // The victim was the newest: the hand starts again at the oldest.
    #expect(hand(picture) == "a")
    picture.play("e")
    #expect(picture.victims == ["c", "a"])
    #expect(hand(picture) == "b")
  }

  @Test func `the hand steps aside when its entry is taken away`() {
    var picture = Picture("sieve", 4, "a b c d a e")
    #expect(hand(picture) == "c")
    let key = picture.names.intern("c")
    picture.cache.remove(key, now: .zero)
    picture.cache.checkInvariants()
    #expect(hand(picture) == "d")
  }

  @Test func `a limited look shows whom the hand comes to first`() {
    let picture = Picture("sieve", 4, "a b c d a e")
    let queue = picture.cache.inspection(limit: 2).queues[0]
    #expect(queue.count == 4)
    let names = queue.entries.map { inspected in
      picture.cache.entry(at: inspected.slot).map { picture.names.text(of: $0.key) }
    }
    #expect(names == ["d", "c"])
  }

  private func hand(_ picture: Picture) -> String? {
    picture.cache.inspection(limit: 9).hand.flatMap { picture.cache.entry(at: $0) }
      .map { picture.names.text(of: $0.key) }
  }
}
