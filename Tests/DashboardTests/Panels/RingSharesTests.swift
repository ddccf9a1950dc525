import Screen
import Testing

@testable import Dashboard

struct RingSharesTests {
  static func stand(nodes: Int, vnodes: Int) throws -> Stand {
    var stand = try Stand()
    for name in ["B", "C", "D", "E"].prefix(nodes - 1) { stand.enter("node add \(name)") }
    for line in ["vnodes \(vnodes)", "rows city:1..97"] { stand.enter(line) }
    stand.wait()
    return stand
  }

  @Test(arguments: [3, 4, 5], [1, 10, 150])
  func `shares sum to 100 percent, and a dead node's arcs go to the others`(
    nodes: Int, vnodes: Int
  ) throws {
    var stand = try RingSharesTests.stand(nodes: nodes, vnodes: vnodes)
    let before = RingPanel(stand.model.scene)
    #expect(before.points.count == nodes * vnodes)
    #expect(before.percents.reduce(0, +) == 100)
    #expect(before.shares.reduce(0) { $0 + $1.keys } == 97)
    stand.enter("node kill C")
    stand.wait()
    let after = RingPanel(stand.model.scene)
    #expect(after.percents.reduce(0, +) == 100)
    let dead = try #require(after.shares.first { $0.label == "C" })
    #expect(dead.keys == 0)
    #expect(dead.state == .crashed)
    #expect(!after.points.contains { $0.node == dead.node })
    // Nobody else loses anything, and what was the dead one's is somebody's now.
    let owners = (RingOwners(before.points), RingOwners(after.points))
    for step in 0..<720 as Range<UInt32> {
      let place = step * (UInt32.max / 720)
      let owner = owners.0.owner(of: place)
      #expect(owner == dead.node || owners.1.owner(of: place) == owner)
      #expect(owners.1.owner(of: place) != dead.node)
    }
    #expect(after.change?.moved == before.shares.first { $0.label == "C" }?.keys)
    #expect(stand.frame(120, 40).text.contains("C✗"))
  }

  @Test func `thirds are 34, 33 and 33`() {
    let shares = ["A", "B", "C"].enumerated().map {
      RingPanel.Share(label: $1, node: $0, keys: 1, part: 1 / 3)
    }
    let ring = RingPanel(scheme: "ring", points: [], keys: [], shares: shares, total: 3)
    #expect(ring.percents == [34, 33, 33])
  }
}

struct NumberTests {
  @Test(arguments: ["stats", "timeline"])
  func `percentiles and the database's rate stand beside the hit ratio`(panel: String) throws {
    for size in [Size(width: 80, height: 24), Size(width: 120, height: 40)] {
      var stand = try Stand(size: size)
      for line in ["capacity 6", "rows key:1..20", "traffic zipf 200 keys=20"] {
        stand.enter(line)
        stand.press(.key(.end))
      }
      let tally = stand.model.tutor.stage.step
      let span = try #require(tally.span)
      let seconds = Double(span.upperBound.ticks(since: span.lowerBound)) / 1_000_000
      let rate = try #require(tally.databaseRate)
      #expect(abs(rate - Double(tally.loads + tally.stores) / seconds) < 0.001)
      stand.enter("show \(panel)")
      let text = stand.frame(size.width, size.height).text
      for word in ["hit ratio", "p50", "p95", "p99", "database", ClockText.rate(rate)] {
        #expect(text.contains(word), "\(word) at \(size)")
      }
    }
  }

  @Test func `a timeline that is wider than its pane keeps its sums`() {
    let timeline = TimelinePanel(
      hits: Array(repeating: 1, count: 56), loads: [], queue: [], slice: 20_000)
    let sections = timeline.sections(Size(width: 33, height: 7), glyphs: .unicode)
    #expect(sections.map(\.title.plain) == ["timeline, 60 ms a column"])
    let rows = picture(timeline, 33, 3).split(separator: "\n")
    #expect(rows[1].hasSuffix(" 3"), "three slices a column, one hit in each: \(rows[1])")
  }
}

struct MotionTests {
  @Test func `a request's lines go out when the next one is asked for`() throws {
    var stand = try Stand()
    for line in ["rows a=1 b=2", "read a", "traffic keys b a a a"] { stand.enter(line) }
    var most = 0
    while stand.model.isMoving {
      _ = update(&stand.model, .ticked(10_000))
      let lit = stand.model.motion.litLines
      #expect(!lit.isSuperset(of: [4, 6]), "a miss is filled, or a hit returns: \(lit)")
      most = max(most, lit.count)
    }
    #expect(most > 1)
  }
}
