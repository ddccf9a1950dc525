import CacheEngine
import Testing

@Suite struct NoEvictionPolicyTests {
  @Test func `a newcomer that does not fit is turned away and nobody leaves`() {
    var picture = Picture("noeviction", 2, "a b c a")
    #expect(picture.hits == "---h")
    #expect(picture.left == "b a")
    #expect(picture.victims.isEmpty)
    #expect(picture.cache.statistics.rejections == 1)
    #expect(picture.cache.nextVictim(now: .zero) == nil)

    let key = picture.names.intern("d")
    let outcome = picture.cache.set(key, hash: 0, value: key, now: .zero)
    #expect(outcome == .full)
    #expect(picture.cache.changes.map(\.kind) == [.rejected])
  }

  @Test func `overwriting needs no room, growing does`() {
    var cache = Cache(policy: "noeviction", capacity: 10, budget: .bytes)
    let (a, b) = (Symbol(index: 1), Symbol(index: 2))
    var outcomes = [
      cache.set(a, hash: 0, value: a, weight: 4, now: .zero),
      cache.set(b, hash: 0, value: b, weight: 6, now: .zero),
      cache.set(a, hash: 0, value: b, weight: 4, now: .zero),
      cache.set(a, hash: 0, value: a, weight: 5, now: .zero),
    ]
    #expect(outcomes == [.inserted, .inserted, .replaced, .full])
    #expect(cache.peek(a, now: .zero)?.value == b)
    #expect(cache.weight == 10)
    cache.remove(b, now: .zero)
    outcomes = [cache.set(a, hash: 0, value: a, weight: 5, now: .zero)]
    #expect(outcomes == [.replaced])
    cache.checkInvariants()
  }

  @Test func `a smaller capacity drives nobody out`() {
    var picture = Picture("noeviction", 3, "a b c")
    picture.cache.resize(capacity: 1, now: .zero)
    #expect(picture.left == "c b a")
    picture.cache.checkInvariants()
    picture.cache.setPolicy("fifo", now: .zero)
    #expect(picture.left == "c")
  }
}
