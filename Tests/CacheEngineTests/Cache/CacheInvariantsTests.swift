import Testing

@testable import CacheEngine

/// The invariants are worth something only if they notice.
@Suite struct CacheInvariantsTests {
  static func sound() -> Cache {
    var cache = Cache(policy: "lru", capacity: 5)
    for index in UInt32(1)...4 {
      let end = Tick(microseconds: Int64(index) * 10)
      cache.set(Symbol(index: index), hash: 0, value: .empty, expiresAt: end, now: .zero)
    }
    return cache
  }

  @Test func `a sound cache passes`() {
    CacheInvariantsTests.sound().checkInvariants()
  }

  @Test func `a wrong weight is noticed`() async {
    await #expect(processExitsWith: .failure) {
      var cache = CacheInvariantsTests.sound()
      cache.weight += 1
      cache.checkInvariants()
    }
  }

  @Test func `an entry that the table has lost is noticed`() async {
    await #expect(processExitsWith: .failure) {
      var cache = CacheInvariantsTests.sound()
      cache.table.remove(Symbol(index: 2))
      cache.checkInvariants()
    }
  }

  @Test func `an entry that the policy has lost is noticed`() async {
    await #expect(processExitsWith: .failure) {
      var cache = CacheInvariantsTests.sound()
      cache.policy.didRemove(1, cause: .removed)
      cache.checkInvariants()
    }
  }

  @Test func `an expiry that nobody watches is noticed`() async {
    await #expect(processExitsWith: .failure) {
      var cache = CacheInvariantsTests.sound()
      cache.entries[3].expiresAt = Tick(microseconds: 5)
      cache.checkInvariants()
    }
  }

  @Test func `a slot that is free and in use is noticed`() async {
    await #expect(processExitsWith: .failure) {
      var cache = CacheInvariantsTests.sound()
      cache.freeSlots.append(0)
      cache.checkInvariants()
    }
  }

  @Test func `more than fits is noticed`() async {
    await #expect(processExitsWith: .failure) {
      var cache = CacheInvariantsTests.sound()
      cache.capacity = 3
      cache.checkInvariants()
    }
  }
}
