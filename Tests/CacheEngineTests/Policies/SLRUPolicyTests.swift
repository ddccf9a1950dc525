import CacheEngine
import Testing

@Suite struct SLRUPolicyTests {
  @Test func `a second request protects`() {
    let picture = Picture("slru", 5, "a b c a")
    #expect(picture.queues == ["protected: a", "probation: c b"])
  }

  @Test func `strangers push out strangers`() {
    var picture = Picture("slru", 5, "a b a b c d e f g h i")
    #expect(picture.victims == ["c", "d", "e", "f"])
    picture.hits = ""
    picture.play("a b")
    #expect(picture.hits == "hh")
  }

  @Test func `one too many among the protected goes back on probation`() {
    let picture = Picture("slru", 5, "a b c d e a b c d e")
    #expect(picture.queues == ["protected: e d c b", "probation: a"])
  }

  @Test func `with nobody on probation the protected give way`() {
    let picture = Picture("slru", 5, "a b c d a b c d")
    #expect(picture.queues == ["probation: ", "protected: d c b a"])
    #expect(picture.cache.nextVictim(now: .zero)?.reason == .oldestIn(.protected))
  }
}
