import CacheEngine
import Testing

@Suite struct WTinyLFUPolicyTests {
  @Test func `a stranger loses the duel against somebody asked for as often`() {
    let picture = Picture("w-tinylfu", 3, "a b c d")
    // d is in the window; c, its candidate, met a, and of equals a stays.
    #expect(picture.victims == ["c"])
    #expect(picture.queues.first == "protected: ")
    #expect(picture.cache.count == 3)
  }

  @Test func `who was asked for more often wins it`() {
    let picture = Picture("w-tinylfu", 3, "a b c c d")
    #expect(picture.victims == ["a"])
  }

  @Test func `those who are not here are counted too`() {
    var picture = Picture("w-tinylfu", 3, "a b c d c e c f")
    #expect(picture.victims.contains("a") || picture.victims.contains("b"))
    picture.hits = ""
    picture.play("c")
    #expect(picture.hits == "h")
  }

  @Test func `a scan takes nobody's place`() {
    let keys = (0..<50).map { "k\($0)" }.joined(separator: " ") + " "
    var picture = Picture("w-tinylfu", 50, keys + keys + keys)
    for round in 0..<20 {
      picture.play((0..<20).map { "s\(round).\($0)" }.joined(separator: " "))
      picture.hits = ""
      picture.play(keys)
      #expect(picture.hits.count { $0 == "h" } >= 48)
    }
  }

  @Test func `what is heavier than the window meets its rival at the door`() {
    var cache = Cache(policy: "w-tinylfu", capacity: 1_000, budget: .bytes)
    func store(_ key: UInt32, _ weight: Int) -> StoreOutcome {
      cache.set(Symbol(index: key), hash: 0, value: .empty, weight: weight, now: .zero)
    }
    let first = [store(1, 500), store(2, 500)]
    #expect(first == [.inserted, .inserted])
    let stranger = store(3, 500)
    let again = store(3, 500)
    #expect([stranger, again] == [.rejected, .inserted])
    cache.checkInvariants()
  }
}
