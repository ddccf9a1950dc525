import CacheEngine
import Testing

@Suite struct NearestPlacementTests {
  @Test(arguments: [1, 2, 3, 20])
  func `every hash belongs to the point that is nearest to it`(vnodes: Int) {
    let placement = Cities.placement("nearest", "A B*2 C D", vnodes: vnodes)
    let points = placement.points
    var random = SeededRandom(seed: 3)
    var hashes = points.flatMap { [$0.hash &- 1, $0.hash, $0.hash &+ 1] } + [0, .max]
    for _ in 0..<500 { hashes.append(UInt32(truncatingIfNeeded: random.next())) }
    for hash in hashes {
      let gaps = points.map { min($0.hash &- hash, hash &- $0.hash) }
      let owners = zip(points, gaps).filter { $0.1 == gaps.min() }.map {
        placement.members[$0.0.member].id
      }
      #expect(placement.owner(of: hash).map { owners.contains($0) } == true)
    }
  }

  @Test func `a newcomer takes from both of its neighbours`() {
    let old = Cities.placement("nearest", "A B C")
    let movement = Cities.moved(old, Cities.placement("nearest", "A B C D"))
    #expect(Cities.names(movement, upTo: 12) == [3, 10])
    #expect(movement.moves.allSatisfy { $0.to == Cities.id("D") })
    #expect(Cities.left("B", movement) > 0 && Cities.left("C", movement) > 0)
  }

  @Test func `one point owns the whole circle`() {
    let placement = Cities.placement("nearest", "A")
    #expect(placement.holdings == [1 << 32])
    #expect([0, 1, .max].allSatisfy { placement.owner(of: $0) == 0 })
  }

  @Test func `the points are the ring's`() {
    #expect(
      Cities.placement("nearest", "A B C", vnodes: 7).points
        == Cities.placement("ring", "A B C", vnodes: 7).points)
  }
}
