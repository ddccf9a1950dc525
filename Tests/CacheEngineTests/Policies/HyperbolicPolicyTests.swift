import CacheEngine
import Testing

@Suite struct HyperbolicPolicyTests {
  @Test func `the lowest rate since it came leaves`() {
    // a: 3 requests in 6, b: 1 in 4, c: 2 in 3.
    let picture = Picture("hyperbolic", 3, "a a b c a c")
    #expect(picture.cache.nextVictim(now: .zero)?.reason == .leastWorth(thousandths: 250, among: 3))
    #expect(picture.left == "c a b")
  }

  @Test func `a newcomer has its chance, an old star falls`() {
    let early = String(repeating: "a ", count: 10)
    let late = (0..<30).map { "s\($0) s\($0) s\($0)" }.joined(separator: " ")
    let picture = Picture("hyperbolic", 4, early + late)
    #expect(picture.victims.contains("a"))
  }

  @Test func `in a large cache the lot chooses whom it looks at`() {
    let keys = (0..<200).map { "k\($0)" }.joined(separator: " ")
    let victims = (UInt64(0)..<8).map { seed in
      Picture("hyperbolic", 100, keys, seed: seed).victims
    }
    #expect(Set(victims).count > 1)
    #expect(victims[0] == Picture("hyperbolic", 100, keys, seed: 0).victims)
  }
}
