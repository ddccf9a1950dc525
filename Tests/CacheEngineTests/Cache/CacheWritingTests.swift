import CacheEngine
import Testing

@Suite struct CacheWritingTests {
  let a = Symbol(index: 1)
  let b = Symbol(index: 2)
  let c = Symbol(index: 3)

  func kinds(_ cache: Cache) -> [CacheChange.Kind] { cache.changes.map(\.kind) }

  /// A cache of ten bytes with a (3), b (3) and c (4), in this order.
  func bytes(_ policy: String) -> Cache {
    var cache = Cache(policy: policy, capacity: 10, budget: .bytes)
    cache.set(a, hash: 0, value: a, weight: 3, now: .zero)
    cache.set(b, hash: 0, value: b, weight: 3, now: .zero)
    cache.set(c, hash: 0, value: c, weight: 4, now: .zero)
    cache.changes.removeAll()
    return cache
  }

  @Test func `a budget in entries counts every entry as one`() {
    var cache = Cache(policy: "lru", capacity: 2)
    cache.set(a, hash: 0, value: a, weight: 5_000, now: .zero)
    #expect(cache.weight == 1)
    #expect(cache.peek(a, now: .zero)?.weight == 1)
  }

  @Test func `as many leave as are needed, and leave before the newcomer comes`() {
    var cache = bytes("fifo")
    let outcome = cache.set(Symbol(index: 4), hash: 0, value: a, weight: 5, now: .zero)
    #expect(outcome == .inserted)
    #expect(kinds(cache) == [.evicted, .evicted, .inserted])
    #expect(cache.changes.map(\.key) == [a, b, Symbol(index: 4)])
    #expect(cache.weight == 9)
  }

  @Test func `nobody leaves for what does not fit at all`() {
    var cache = bytes("lru")
    let outcomes = [
      cache.set(Symbol(index: 4), hash: 0, value: a, weight: 11, now: .zero),
      cache.set(a, hash: 0, value: b, weight: 11, now: .zero),
    ]
    #expect(outcomes == [.tooLarge, .tooLarge])
    #expect(kinds(cache) == [.rejected, .rejected])
    #expect(cache.keys() == [a, b, c])
    #expect(cache.peek(a, now: .zero)?.value == a)
    #expect(cache.statistics.rejections == 2)
  }

  @Test func `overwriting is an access`() {
    var recency = Picture("lru", 3, "a b c")
    recency.cache.set(
      recency.names.intern("a"), hash: 0, value: .empty, now: Tick(microseconds: 5))
    #expect(recency.left == "a c b")
    #expect(recency.cache.changes.map(\.previous) == [recency.names.intern("a")])
    var frequency = Picture("lfu", 3, "a b c")
    frequency.cache.set(frequency.names.intern("a"), hash: 0, value: .empty, now: .zero)
    #expect(frequency.left == "a2 c1 b1")
  }

  @Test(arguments: ["fifo", "lfu", "lru", "random"])
  func `growing drives out others, never the one that grows`(policy: String) {
    var cache = bytes(policy)
    let outcome = cache.set(a, hash: 0, value: b, weight: 9, now: .zero)
    #expect(outcome == .replaced)
    #expect(cache.keys() == [a])
    #expect(cache.weight == 9)
    #expect(cache.statistics.evictions == 2)
    cache.checkInvariants()
  }

  @Test func `in a queue of arrival, one whose turn it was while it grew is new again`() {
    var cache = bytes("fifo")
    cache.set(a, hash: 0, value: b, weight: 5, now: .zero)
    #expect(cache.changes.map(\.key) == [b, a])
    #expect(cache.nextVictim(now: .zero)?.key == c)
  }

  @Test func `removing tells the cause`() {
    var cache = bytes("lru")
    cache.remove(a, now: .zero)
    cache.remove(b, cause: .lost, now: .zero)
    let absent = cache.remove(a, now: .zero)
    #expect(absent == nil)
    #expect(kinds(cache) == [.removed, .lost])
    #expect(cache.statistics.removals == 2)
    #expect(cache.weight == 4)
  }

  @Test(arguments: [RemovalCause.cleared, .lost])
  func `clearing leaves nothing behind`(cause: RemovalCause) {
    var cache = bytes("lru")
    cache.setExpiry(b, expiresAt: Tick(microseconds: 9), now: .zero)
    cache.clear(cause: cause, now: .zero)
    #expect(cache.changes.map(\.key) == [a, b, c])
    #expect(cache.count == 0 && cache.weight == 0 && cache.nextExpiry == nil)
    cache.checkInvariants()
    cache.set(c, hash: 0, value: c, weight: 4, now: .zero)
    #expect(cache.keys() == [c])
    cache.checkInvariants()
  }

  @Test func `a smaller capacity drives out the next victims, a larger one nobody`() {
    var picture = Picture("lru", 5, "a b c d e a")
    picture.cache.resize(capacity: 2, now: .zero)
    #expect(picture.cache.changes.map { picture.names.text(of: $0.key) } == ["b", "c", "d"])
    #expect(picture.left == "a e")
    picture.cache.changes.removeAll()
    picture.cache.resize(capacity: 9, now: .zero)
    #expect(picture.cache.changes.isEmpty)
    #expect(picture.cache.capacity == 9)
  }

  @Test func `another policy takes over in the old order`() {
    var picture = Picture("lru", 4, "a b c d a")
    picture.cache.setPolicy("fifo", now: .zero)
    #expect(picture.left == "a d c b")
    picture.cache.setPolicy("LFU", now: .zero)
    #expect(picture.left == "a1 d1 c1 b1")
    #expect(picture.cache.policyName == "lfu")
  }

  @Test func `nothing fits into nothing`() {
    var cache = Cache(policy: "lru", capacity: 0)
    let outcome = cache.set(a, hash: 0, value: a, now: .zero)
    #expect(outcome == .tooLarge)
  }
}
