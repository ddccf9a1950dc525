import CacheEngine
import Testing

@Suite struct ModuloPlacementTests {
  let three = Cities.placement("modulo", "A B C")
  let four = Cities.placement("modulo", "A B C D")

  @Test func `the remainder by three says whose city it is`() {
    #expect(PlacementHash.of("city:3") == 1_467_805_950)
    #expect(1_467_805_950 % 3 == 0)
    #expect(three.owner(of: Cities.hashes[2]) == Cities.id("A"))
    #expect(Cities.counts(three) == [317, 330, 353])
  }

  @Test func `a fourth node moves 759 of 1000, and so does its leaving`() {
    #expect(Cities.moved(three, four).count == 759)
    #expect(Cities.moved(four, three).count == 759)
    let moving = Cities.names(Cities.moved(three, four), upTo: 12)
    let staying = (1...12).filter { !moving.contains($0) }
    #expect(staying == [1, 6, 12])
  }

  @Test func `killing one of four moves 734, of which 251 were its own`() {
    let movement = Cities.moved(four, Cities.placement("modulo", "A C D"))
    #expect(movement.count == 734)
    #expect(Cities.left("B", movement) == 251)
  }

  @Test func `nobody owns anything without nodes`() {
    #expect(Cities.placement("modulo", "").owner(of: 7) == nil)
    #expect(Cities.placement("modulo", "").holdings.isEmpty)
  }

  @Test func `the circle is shared out to the last hash`() {
    #expect(three.holdings == [1_431_655_766, 1_431_655_765, 1_431_655_765])
    #expect(three.points.isEmpty)
  }
}
