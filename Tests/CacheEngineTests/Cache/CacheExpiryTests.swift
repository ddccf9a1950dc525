import CacheEngine
import Testing

@Suite struct CacheExpiryTests {
  let a = Symbol(index: 1)
  let b = Symbol(index: 2)
  let c = Symbol(index: 3)

  func at(_ microseconds: Int64) -> Tick { Tick(microseconds: microseconds) }

  /// A cache with a, b, c that expire at these ticks.
  func cache(_ first: Int64, _ second: Int64, _ third: Int64) -> Cache {
    var cache = Cache(policy: "lru", capacity: 4)
    cache.set(a, hash: 0, value: a, expiresAt: at(first), now: .zero)
    cache.set(b, hash: 0, value: b, expiresAt: at(second), now: .zero)
    cache.set(c, hash: 0, value: c, expiresAt: at(third), now: .zero)
    cache.changes.removeAll()
    return cache
  }

  @Test func `an entry is gone for a reader at its very tick, and not before`() {
    var cache = cache(10, 20, 30)
    let before = cache.get(a, hash: 0, now: at(9))
    let peeked = cache.peek(a, now: at(10))
    #expect(before != nil)
    #expect(peeked == nil)
    #expect(cache.peekStale(a) != nil)
    #expect(cache.count == 3)
    let after = cache.get(a, hash: 0, now: at(10))
    #expect(after == nil)
    #expect(cache.count == 2)
    #expect(cache.changes.map(\.kind) == [.expired])
    #expect(cache.statistics.expirations == 1)
    #expect(cache.statistics.misses == 1)
    #expect(cache.peekStale(a) == nil)
    cache.checkInvariants()
  }

  @Test func `reading does not put the end off`() {
    var cache = cache(10, 20, 30)
    for tick in Int64(0)..<10 { _ = cache.get(a, hash: 0, now: at(tick)) }
    #expect(cache.peek(a, now: at(10)) == nil)
  }

  @Test func `active expiry goes by time and then by order of coming`() {
    var cache = cache(20, 10, 10)
    #expect(cache.nextExpiry == at(10))
    let none = cache.expireDue(now: at(9))
    #expect(none == 0)
    let one = cache.expireDue(now: at(25), limit: 1)
    #expect(one == 1)
    cache.expireDue(now: at(25))
    #expect(cache.changes.map(\.key) == [b, c, a])
    #expect(cache.nextExpiry == nil)
    #expect(cache.count == 0)
    cache.checkInvariants()
  }

  @Test func `a new end replaces the old one, sooner, later or never`() {
    var cache = cache(10, 20, 30)
    cache.setExpiry(a, expiresAt: at(40), now: .zero)
    #expect(cache.nextExpiry == at(20))
    cache.setExpiry(c, expiresAt: at(5), now: .zero)
    #expect(cache.nextExpiry == at(5))
    cache.setExpiry(b, expiresAt: .never, now: .zero)
    cache.setExpiry(c, expiresAt: .never, now: .zero)
    #expect(cache.nextExpiry == at(40))
    cache.checkInvariants()
    cache.expireDue(now: at(1_000))
    #expect(cache.changes.map(\.key) == [a])
    #expect(cache.keys() == [b, c])
  }

  @Test func `an end that comes back does not count twice`() {
    var cache = cache(10, 20, 30)
    cache.setExpiry(a, expiresAt: at(15), now: .zero)
    cache.setExpiry(a, expiresAt: at(10), now: .zero)
    cache.checkInvariants()
    let expired = cache.expireDue(now: at(10))
    #expect(expired == 1)
    #expect(cache.nextExpiry == at(20))
    cache.checkInvariants()
  }

  @Test func `setting the end of what is absent or expired does nothing`() {
    var cache = cache(10, 20, 30)
    let absent = cache.setExpiry(Symbol(index: 9), expiresAt: at(50), now: .zero)
    let expired = cache.setExpiry(a, expiresAt: at(50), now: at(10))
    #expect(!absent && !expired)
    #expect(cache.changes.map(\.kind) == [.expired])
  }

  @Test func `overwriting brings a new end with it`() {
    var cache = cache(10, 20, 30)
    cache.set(a, hash: 0, value: b, now: at(1))
    #expect(cache.nextExpiry == at(20))
    #expect(cache.peek(a, now: at(99))?.value == b)
  }

  @Test func `storing a key whose time was up is an insertion`() {
    var cache = cache(10, 20, 30)
    let outcome = cache.set(a, hash: 0, value: b, expiresAt: at(60), now: at(10))
    #expect(outcome == .inserted)
    #expect(cache.changes.map(\.kind) == [.expired, .inserted])
    #expect(cache.keys() == [b, c, a])
  }

  @Test func `an evicted entry takes its end with it, even when its slot is used again`() {
    var cache = Cache(policy: "fifo", capacity: 1)
    cache.set(a, hash: 0, value: a, expiresAt: at(10), now: .zero)
    cache.set(b, hash: 0, value: b, expiresAt: at(50), now: .zero)
    #expect(cache.nextExpiry == at(50))
    let expired = cache.expireDue(now: at(10))
    #expect(expired == 0)
    #expect(cache.peek(b, now: at(10)) != nil)
  }

  @Test func `a newcomer does not inherit the turn of who had its slot and its end before`() {
    var cache = cache(5, 10, 10)
    cache.remove(b, now: .zero)
    let d = Symbol(index: 4)
    cache.set(d, hash: 0, value: d, expiresAt: at(10), now: .zero)
    cache.changes.removeAll()
    cache.expireDue(now: at(10))
    #expect(cache.changes.map(\.key) == [a, c, d])
  }

  @Test func `ends that no longer hold do not pile up`() {
    var cache = cache(10, 20, 30)
    for step in Int64(0)..<1_000 {
      cache.setExpiry(b, expiresAt: at(2_000 - step), now: .zero)
      cache.checkInvariants()
    }
    cache.expireDue(now: at(1_500))
    #expect(cache.changes.map(\.key) == [a, c, b])
  }
}
