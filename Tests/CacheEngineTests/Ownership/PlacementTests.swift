import CacheEngine
import Testing

@Suite struct PlacementTests {
  /// All that walk clockwise, and the remainder, which has no points.
  @Test(arguments: PlacementCatalog.all.map(\.name).filter { $0 != "nearest" })
  func `every hash has an owner, found as a search from the top finds it`(scheme: String) {
    var random = SeededRandom(seed: 4)
    for vnodes in [1, 2, 3, 7, 64, 150] {
      let placement = Cities.placement(scheme, "A B*2 C D E*3", vnodes: vnodes)
      let points = placement.points
      var hashes = points.flatMap { [$0.hash &- 1, $0.hash, $0.hash &+ 1] } + [0, .max]
      for _ in 0..<500 { hashes.append(UInt32(truncatingIfNeeded: random.next())) }
      let wrong = hashes.filter { hash in
        let owner = placement.owner(of: hash)
        guard let top = points.first else { return owner == nil }
        let first = points.first { $0.hash >= hash } ?? top
        return owner != placement.members[first.member].id
      }
      #expect(wrong.isEmpty, "\(vnodes) virtual nodes")
    }
  }

  @Test(arguments: PlacementCatalog.all.map(\.name))
  func `the holdings fill the circle and agree with the owners`(scheme: String) {
    let placement = Cities.placement(scheme, "A B C D", vnodes: 20)
    #expect(placement.holdings.reduce(0, +) == 1 << 32)
    #expect(abs(placement.shares.reduce(0, +) - 1) < 1e-12)
    var random = SeededRandom(seed: 9)
    var counts = [0, 0, 0, 0]
    for _ in 0..<20_000 {
      let hash = UInt32(truncatingIfNeeded: random.next())
      if let owner = placement.owner(of: hash) { counts[owner] += 1 }
    }
    for (count, share) in zip(counts, placement.shares) {
      #expect(abs(Double(count) / 20_000 - share) < 0.02)
    }
  }

  @Test func `one point owns the whole circle, its own place included`() {
    let placement = Cities.placement("ring", "A")
    #expect(placement.holdings == [1 << 32])
    #expect(placement.owner(of: placement.points[0].hash) == 0)
  }

  @Test(arguments: PlacementCatalog.all.map(\.name))
  func `without members nobody owns anything`(scheme: String) {
    let empty = Cities.placement(scheme, "", vnodes: 5)
    #expect(empty.owner(of: 1) == nil)
    #expect(empty.points.isEmpty && empty.holdings.isEmpty)
    let movement = Cities.moved(empty, Cities.placement(scheme, "A", vnodes: 5))
    #expect(movement.count == 1000)
    #expect(movement.moves.first == Movement.Move(key: 0, from: nil, to: 0))
  }

  @Test(arguments: ["ring", "ketama", "nearest"])
  func `only what the newcomer takes moves, when weights are equal`(scheme: String) {
    let old = Cities.placement(scheme, "A B C D", vnodes: 30)
    let new = Cities.placement(scheme, "A B C D E", vnodes: 30)
    let movement = Cities.moved(old, new)
    #expect(movement.moves.allSatisfy { $0.to == Cities.id("E") && $0.from != $0.to })
    #expect(movement.count == Cities.counts(new)[4])
    #expect(Cities.moved(new, old).count == movement.count)
    #expect(Cities.moved(old, old).count == 0)
  }

  @Test func `a node keeps its points when it is known by another id`() {
    let members = [PlacementMember(id: 70, label: "A"), PlacementMember(id: 5, label: "B")]
    let renamed = Placement(scheme: "ring", vnodes: 9, members: members)
    let plain = Cities.placement("ring", "A B", vnodes: 9)
    #expect(renamed.points == plain.points)
    #expect(renamed.owner(of: 1).map { $0 == 70 ? 0 : 1 } == plain.owner(of: 1))
  }
}
