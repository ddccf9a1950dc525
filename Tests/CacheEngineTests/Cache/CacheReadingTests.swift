import CacheEngine
import Testing

@Suite struct CacheReadingTests {
  func at(_ microseconds: Int64) -> Tick { Tick(microseconds: microseconds) }

  @Test func `a peek leaves no trace`() {
    var picture = Picture("lru", 3, "a b c")
    let a = picture.names.intern("a")
    let before = picture.cache.statistics
    #expect(picture.cache.peek(a, now: at(9))?.value == a)
    #expect(picture.cache.peek(Symbol(index: 99), now: at(9)) == nil)
    #expect(picture.cache.statistics == before)
    #expect(picture.left == "c b a")
  }

  @Test func `a touch renews and does not count`() {
    var picture = Picture("lru", 3, "a b c")
    let before = picture.cache.statistics
    let touched = [
      picture.cache.touch(picture.names.intern("a"), now: at(9)),
      picture.cache.touch(picture.names.intern("z"), now: at(9)),
    ]
    #expect(touched == [true, false])
    #expect(picture.cache.statistics == before)
    #expect(picture.left == "a c b")
  }

  @Test func `an entry remembers when it came, when it was last asked for, and how often`() {
    var cache = Cache(policy: "lru", capacity: 3)
    let key = Symbol(index: 1)
    cache.set(
      key, hash: 77, value: Symbol(index: 2), cost: 100, expiresAt: at(90), version: 4,
      now: at(5))
    _ = cache.get(key, hash: 77, now: at(6))
    let found = cache.get(key, hash: 77, now: at(8))
    #expect(
      found
        == Entry(
          key: key, value: Symbol(index: 2), hash: 77, weight: 1, storedAt: at(5),
          lastAccessAt: at(8), expiresAt: at(90), version: 4, serial: 0, hits: 2, cost: 100))
    #expect(cache.statistics.hitRatio == 1)
    #expect(cache.slot(of: key).flatMap { cache.entry(at: $0) } == found)
  }

  @Test func `a cursor misses nobody who stays, whatever comes and goes`() {
    for seed in UInt64(0)..<50 {
      var random = SeededRandom(seed: seed)
      var cache = Cache(policy: "random", capacity: 40, seed: seed)
      let staying = [1, 2, 13, 20, 21, 22, 39, 40].map { Symbol(index: UInt32($0 * 7)) }
      for index in 1...40 {
        cache.set(Symbol(index: UInt32(index * 7)), hash: 0, value: .empty, now: .zero)
      }
      var seen: [Symbol] = []
      var cursor = 0
      repeat {
        let step = cache.scan(from: cursor, limit: 3)
        seen += step.keys
        cursor = step.next
        churn(&cache, sparing: staying, &random)
      } while cursor != 0
      for key in staying { #expect(seen.count { $0 == key } == 1, "seed \(seed)") }
    }
  }

  @Test func `a cursor past the end is done`() {
    #expect(Cache(policy: "lru", capacity: 3).scan(from: 0, limit: 10).next == 0)
    #expect(Cache(policy: "lru", capacity: 3).scan(from: 500, limit: 10).keys.isEmpty)
    let three = Picture("lru", 3, "a b c").cache
    #expect(three.scan(from: 0, limit: .max).keys.count == 3)
    #expect(three.scan(from: 1, limit: .max).keys.count == 2)
    #expect(three.scan(from: 0, limit: 2).next == 2)
  }

  private func churn(_ cache: inout Cache, sparing: [Symbol], _ random: inout SeededRandom) {
    for _ in 0..<4 {
      let key = Symbol(index: UInt32(1 + random.below(400)))
      guard !sparing.contains(key) else { continue }
      if random.chance(1, of: 2) {
        cache.remove(key, now: .zero)
      } else if cache.count < cache.capacity {
        cache.set(key, hash: 0, value: .empty, now: .zero)
      }
    }
  }
}
