import CacheEngine
import Testing

@Suite struct KetamaPlacementTests {
  func placement(_ ports: [Int]) -> Placement {
    Placement(
      scheme: "ketama",
      members: ports.map { PlacementMember(id: $0, label: "127.0.0.1:\($0)") })
  }

  @Test func `the points are those of the memcached clients`() throws {
    let five = placement([11301, 11302, 11303, 11304, 11305])
    let points = five.points.map { "\($0.hash),\(five.members[$0.member].label)" }
    let golden = try Fixture.rows("ketama-points.csv").map { $0.joined(separator: ",") }
    #expect(golden.count == 800)
    #expect(points == golden)
  }

  @Test func `every key has the owner that they give it`() throws {
    let five = placement([11301, 11302, 11303, 11304, 11305])
    let more = placement([11301, 11302, 11303, 11304, 11305, 11306])
    let fewer = placement([11301, 11302, 11304, 11305])
    let rows = try Fixture.rows("ketama-keys.csv")
    #expect(rows.count == 3000)
    for row in rows {
      let hash = PlacementHash.of(row[0])
      #expect(hash == UInt32(row[1]))
      let owners = [five, more, fewer].map { "127.0.0.1:\($0.owner(of: hash) ?? 0)" }
      #expect(owners == Array(row[2...4]), "\(row[0])")
    }
  }

  @Test func `weights share out 40 digests a node, rounded down`() {
    let members = [
      PlacementMember(id: 0, label: "a", weight: 1), PlacementMember(id: 1, label: "b", weight: 2),
      PlacementMember(id: 2, label: "c", weight: 4),
    ]
    let points = Placement(scheme: "ketama", members: members).points
    let counts = (0..<3).map { place in points.count { $0.member == place } }
    #expect(counts == [17 * 4, 34 * 4, 68 * 4])
  }
}
