import CacheEngine
import Testing

@Suite struct SeededRandomTests {
  @Test func `the first words of the reference implementation`() {
    var random = SeededRandom(seed: 0)
    let words = (0..<3).map { _ in random.next() }
    #expect(words == [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F])
  }

  @Test func `a bounded draw stays below its bound and reaches everything`() {
    var random = SeededRandom(seed: 1)
    var counts = [0, 0, 0, 0, 0, 0]
    for _ in 0..<6_000 { counts[random.below(6)] += 1 }
    for count in counts { #expect((850...1150).contains(count)) }
    let single = (0..<10).map { _ in random.below(1) }
    #expect(single.allSatisfy { $0 == 0 })
  }

  @Test func `streams of one seed are different, and the same every time`() {
    var arrivals = SeededRandom(seed: 7, stream: "arrivals")
    var policy = SeededRandom(seed: 7, stream: "policy")
    var again = SeededRandom(seed: 7, stream: "policy")
    let draws = (arrivals.next(), policy.next(), again.next())
    #expect(draws.0 != draws.1)
    #expect(draws.1 == draws.2)
    #expect(draws.1 == 0x8A98_3FCF_2882_DD5C)
  }

  @Test func `chances and units are in range`() {
    var random = SeededRandom(seed: 3)
    var heads = 0
    var outside = 0
    var sum = 0.0
    for _ in 0..<10_000 {
      if random.chance(1, of: 4) { heads += 1 }
      let unit = random.unit()
      if unit < 0 || unit >= 1 { outside += 1 }
      sum += unit
    }
    #expect(outside == 0)
    #expect((2_350...2_650).contains(heads))
    #expect(abs(sum / 10_000 - 0.5) < 0.02)
  }
}
