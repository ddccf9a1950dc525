import CacheEngine
import Screen
import Simulation
import Testing
import Tutor

@testable import Dashboard

/// What the ring shows while keys change hands.
struct RingPanelTests {
  /// A sandbox with three nodes and so many cities; a node comes or goes, and time goes by.
  static func stand(
    _ change: String, scheme: String = "ring vnodes=1", cities: Int = 1_000,
    milliseconds: Int? = nil, settings: Settings = Settings()
  ) throws -> Stand {
    var stand = try Stand(size: Size(width: 120, height: 40), settings: settings)
    for line in ["node add B", "node add C", "placement \(scheme)", "rows city:1..\(cities)"] {
      stand.enter(line)
    }
    stand.wait()
    stand.enter(change)
    if let milliseconds { stand.wait(milliseconds) } else { stand.wait() }
    return stand
  }

  @Test func `the counter runs to 285 and the shares with it`() throws {
    var stand = try Self.stand("node add D", milliseconds: 0)
    var counts: [Int] = []
    while counts.last != 285, counts.count < 200 {
      let ring = RingPanel(stand.model.scene)
      counts.append(ring.change?.moved ?? -1)
      // What is seen at any instant adds up.
      #expect(ring.shares.reduce(0) { $0 + $1.keys } == 1_000)
      #expect(ring.shares.map(\.keys) == [569, 363 - counts[counts.count - 1], 68, counts.last])
      stand.wait(33)
    }
    #expect(counts.first == 0)
    #expect(counts.last == 285)
    #expect(counts == counts.sorted())
    #expect(Set(counts).count > 20)
  }

  @Test func `who moves travels between the old point and the new one, and nobody else does`()
    throws
  {
    for milliseconds in stride(from: 100, to: 2_400, by: 300) {
      let stand = try Self.stand("node add D", milliseconds: milliseconds)
      let ring = RingPanel(stand.model.scene)
      let points = ring.points.sorted { $0.hash < $1.hash }
      #expect(points.map(\.node) == [0, 2, 3, 1])
      for key in ring.keys {
        guard let place = ring.sweep.traveller(of: key.hash) else { continue }
        #expect(["3", "4", "5", "10", "12"].contains(key.label))
        #expect((points[2].hash...points[3].hash).contains(place))
      }
    }
  }

  @Test func `a dead node's keys walk on over the top`() throws {
    for milliseconds in stride(from: 200, to: 2_400, by: 400) {
      let stand = try Self.stand("node kill B", milliseconds: milliseconds)
      let ring = RingPanel(stand.model.scene)
      for key in ring.keys {
        guard let place = ring.sweep.traveller(of: key.hash) else { continue }
        // From B's point at 192.0° to A's at 36.5°, never back over C's.
        let degrees = Double(place) / 0x1p32 * 360
        #expect(degrees > 191.9 || degrees < 36.6)
      }
    }
    let ring = RingPanel(try Self.stand("node kill B").model.scene)
    #expect(ring.shares.map(\.keys) == [932, 0, 68])
    #expect(ring.change?.moved == 363)
  }

  @Test func `the count stands beside what is fair and what the remainder moves`() throws {
    let ring = RingPanel(try Self.stand("node add D").model.scene)
    #expect(ring.change?.fair == 250)
    #expect(ring.change?.modulo == 759)
    #expect(
      ring.change?.lines(width: 40).map(\.plain) == ["285 of 1 000 moved", "fair: 250, modulo 759"])
    let modulo = RingPanel(try Self.stand("node add D", scheme: "modulo").model.scene)
    #expect(modulo.change?.moved == 759)
    #expect(modulo.change?.modulo == nil)
  }

  @Test func `every mover is named with its reason as far as there is room`() throws {
    let stand = try Self.stand("node add D", cities: 12)
    let change = try #require(RingPanel(stand.model.scene).change)
    #expect(change.movers.map(\.label) == ["city:3", "city:4", "city:5", "city:10", "city:12"])
    #expect(change.movers.allSatisfy { $0.from == "B" && $0.to == "D" })
    #expect(change.movers.first?.reason == "123.0° to 164.0°")
    #expect(change.count == 5)
  }

  @Test func `with reduced motion everybody is there at once`() throws {
    var settings = Settings()
    settings.isMotionReduced = true
    let stand = try Self.stand("node add D", milliseconds: 0, settings: settings)
    let ring = RingPanel(stand.model.scene)
    #expect(ring.change?.moved == 285)
    #expect(ring.keys.allSatisfy { ring.sweep.traveller(of: $0.hash) == nil })
  }

  @Test func `a rule that is changed is counted too, without a fair share`() throws {
    let ring = RingPanel(try Self.stand("vnodes 150").model.scene)
    #expect(ring.change?.moved == 680)
    #expect(ring.change?.fair == nil)
    #expect(ring.shares.map(\.keys) == [311, 303, 386])
  }

  @Test func `the circle in seven rows and in seventeen, at two instants`() throws {
    for milliseconds in [700, 1_500] {
      let panel = RingPanel(try Self.stand("node add D", milliseconds: milliseconds).model.scene)
      try expectSnapshot("ring-\(milliseconds)ms.47x7", picture(panel, 47, 7))
      try expectSnapshot("ring-\(milliseconds)ms.40x17", picture(panel, 40, 17))
    }
    let modulo = RingPanel(
      try Self.stand("node add D", scheme: "modulo", milliseconds: 1_100).model.scene)
    try expectSnapshot("modulo-1100ms.47x7", picture(modulo, 47, 7))
    let isASCII = picture(modulo, 47, 7, glyphs: .ascii).unicodeScalars.allSatisfy(\.isASCII)
    #expect(isASCII)
  }

  @Test(arguments: [1, 2, 10, 150])
  func `any size is drawn without covering a label`(vnodes: Int) throws {
    let panel = RingPanel(try Self.stand("node add D", scheme: "ring vnodes=\(vnodes)").model.scene)
    for width in [0, 1, 20, 26, 33, 40, 47, 80, 120] {
      for height in [0, 1, 3, 5, 7, 12, 17, 40] { _ = picture(panel, width, height) }
    }
    // Where there is room all twelve have their number.
    let text = picture(panel, 60, 24)
    for city in 1...12 { #expect(text.contains("\(city)")) }
  }

  @Test func `the places that a part asks for are not told`() throws {
    var scene = try Self.stand("vnodes 1", scheme: "modulo").model.scene
    scene.asked = ["city:2"]
    let panel = RingPanel(scene)
    let rows = picture(panel, 47, 7).split(separator: "\n")
    #expect(rows.last { $0.contains(" ?") }?.contains(" 2") == true)
  }
}
