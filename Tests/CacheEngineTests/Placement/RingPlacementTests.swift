import CacheEngine
import Testing

@Suite struct RingPlacementTests {
  func ring(_ nodes: String, _ vnodes: Int = 1) -> Placement {
    Cities.placement("ring", nodes, vnodes: vnodes)
  }

  /// The labels and degrees of a ring with few points: "A 36.5  C 59.2".
  func picture(_ placement: Placement) -> String {
    placement.points.map { point in
      let tenths = Int((point.degrees * 10).rounded())
      return "\(placement.members[point.member].label) \(tenths / 10).\(tenths % 10)"
    }.joined(separator: "  ")
  }

  @Test func `one point a node makes a lottery`() {
    #expect(picture(ring("A B C")) == "A 36.5  C 59.2  B 192.0")
    #expect(Cities.counts(ring("A B C")) == [569, 363, 68])
  }

  @Test func `a node that joins relieves only the next one clockwise`() {
    let movement = Cities.moved(ring("A B C"), ring("A B C D"))
    #expect(picture(ring("A B C D")) == "A 36.5  C 59.2  D 164.0  B 192.0")
    #expect(movement.count == 285)
    #expect(Cities.left("B", movement) == 285)
    #expect(Cities.came("D", movement) == 285)
    #expect(Cities.names(movement, upTo: 12) == [3, 4, 5, 10, 12])
  }

  @Test func `a dead node's cities fall on one neighbour`() {
    #expect(Cities.counts(ring("A C")) == [932, 68])
  }

  @Test func `the next newcomer draws another lot`() {
    let movement = Cities.moved(ring("A B C D"), ring("A B C D E"))
    #expect(picture(ring("E")) == "E 203.8")
    #expect(movement.count == 36)
  }

  @Test(arguments: [(1, [569, 363, 68]), (10, [441, 277, 282]), (150, [311, 303, 386])])
  func `more points make smaller luck`(vnodes: Int, counts: [Int]) {
    #expect(Cities.counts(ring("A B C", vnodes)) == counts)
  }

  @Test(arguments: [1, 5, 10, 20, 40, 50, 75, 150])
  func `twenty points and more are fair enough`(vnodes: Int) {
    let fullest = Cities.counts(ring("A B C", vnodes)).max() ?? 0
    #expect((fullest <= 420) == (vnodes >= 20))
    let known = [1: 569, 5: 509, 10: 441]
    if let expected = known[vnodes] { #expect(fullest == expected) }
  }

  @Test func `the number of points is part of every address`() {
    #expect(Cities.moved(ring("A B C"), ring("A B C", 150)).count == 680)
    let modulo = Cities.placement("modulo", "A B C")
    #expect(Cities.moved(modulo, ring("A B C")).count == 673)
    #expect(Cities.moved(modulo, ring("A B C", 150)).count == 663)
  }

  @Test func `with 150 points everybody gives a little to the newcomer`() {
    let movement = Cities.moved(ring("A B C", 150), ring("A B C D", 150))
    #expect(movement.count == 257)
    #expect(["A", "B", "C"].map { Cities.left($0, movement) } == [73, 72, 112])
    #expect(Cities.came("D", movement) == 257)
    #expect(Cities.counts(ring("A B C D", 150)) == [238, 231, 274, 257])
  }

  @Test func `with 150 points a dead node's cities are spread`() {
    let movement = Cities.moved(ring("A B C", 150), ring("A C", 150))
    #expect(movement.count == 303)
    #expect(Cities.came("A", movement) == 133)
    #expect(Cities.came("C", movement) == 170)
  }

  @Test func `twice the weight is twice the points`() {
    let placement = ring("A B C D*2", 150)
    #expect(Cities.counts(placement)[3] == 371)
    #expect(placement.points.count { $0.member == 3 } == 300)
  }

  @Test func `160 points of equal weight are ketama`() {
    #expect(ring("A B C D E", 160).points == Cities.placement("ketama", "A B C D E").points)
  }

  /// Of n points on a circle the longest arc is 1 + 1/2 + … + 1/n times the mean on average.
  @Test(arguments: [
    (3, 1, 1.833, 0.06), (3, 10, 1.27, 0.03), (3, 150, 1.07, 0.01), (10, 1, 2.929, 0.12),
    (10, 10, 1.53, 0.05), (10, 150, 1.13, 0.01),
  ])
  func `the fullest of many clusters holds so many times its share`(
    nodes: Int, vnodes: Int, expected: Double, margin: Double
  ) {
    let clusters = vnodes == 150 ? 60 : 500
    var sum = 0.0
    for cluster in 0..<clusters {
      let members = (0..<nodes).map { PlacementMember(id: $0, label: "s\(cluster).\($0)") }
      let shares = Placement(scheme: "ring", vnodes: vnodes, members: members).shares
      sum += (shares.max() ?? 0) * Double(nodes)
    }
    #expect(abs(sum / Double(clusters) - expected) < margin)
  }

  @Test func `the nodes stand where the lesson says`() {
    #expect(picture(ring("B2")) == "B2 261.2")
    let degrees = [2, 12, 8, 3].map { city in
      Int((Double(Cities.hashes[city - 1]) / 0x1p32 * 3_600).rounded())
    }
    #expect(degrees == [370, 778, 1_932, 1_230])
  }
}
