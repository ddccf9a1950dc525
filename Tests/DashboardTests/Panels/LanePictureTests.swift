import Screen
import Testing

@testable import Dashboard
@testable import Tutor

struct LanePictureTests {
  /// As many lanes as are asked for, each with a policy of its own, after the same requests.
  static func stand(_ policies: [String]) throws -> Stand {
    var stand = try Stand()
    for line in ["capacity 3", "ttl 1h", "rows k:1..9"] { stand.enter(line) }
    stand.enter("compare policy=\(policies[0]) policy=\(policies[1])")
    stand.wait()
    stand.enter("traffic keys k:1 k:1 k:1 k:2 k:3 k:4 k:1")
    stand.wait()
    return stand
  }

  @Test func `the first outcome that differs is marked and said`() throws {
    let stand = try LanePictureTests.stand(["lru", "lfu"])
    let panel = LanesPanel(stand.model.scene)
    #expect(panel.names == ["lru", "lfu"])
    #expect(panel.difference == .init(request: 7, key: "k:1"))
    #expect(panel.outcomes[0] == [.miss, .hit, .hit, .miss, .miss, .miss, .miss])
    #expect(panel.outcomes[1] == [.miss, .hit, .hit, .miss, .miss, .miss, .hit])
    #expect(
      picture(panel, 40, 7) == """
        ─ 2 lanes: same 7 requests ─────────────
                   lru             lfu
        hits       2               3
        hit ratio  0.28            0.42
        lru ○●●○○○○                 ● hit ○ miss
        lfu ○●●○○○●
        ≠ first at request 7, k:1: a miss under
          lru, a hit under lfu
        """)
    // Where the names have no room the lanes' order stands for them; nothing is cut.
    let narrow = picture(panel, 31, 7).split(separator: "\n").suffix(2)
    #expect(narrow == ["≠ first at request 7, k:1: a", "  miss, a hit"])
  }

  @Test func `where lanes have no room beside each other each has a row`() {
    let panel = LanesPanel(
      names: ["lru", "lfu", "sieve", "s3-fifo"],
      rows: [
        .init("hits", ["14", "15", "14", "9"]),
        .init("hit ratio", ["0.30", "0.32", "0.30", "0.19"]),
        .init("slowest", ["102 ms", "102 ms", "102 ms", "102 ms"]),
        .init("loads", ["32", "31", "32", "37"]),
      ])
    #expect(
      picture(panel, 31, 5) == """
        ─ 4 lanes ─────────────────────
                 hits  hit ratio  loads
        lru      14    0.30       32
        lfu      15    0.32       31
        sieve    14    0.30       32
        s3-fifo  9     0.19       37
        """)
    #expect(
      picture(panel, 60, 3) == """
        ─ 4 lanes ──────────────────────────────────────────────────
                   lru          lfu          sieve        s3-fifo
        hits       14           15           14           9
        hit ratio  0.30         0.32         0.30         0.19
        """)
  }

  @Test func `lanes get the same arrivals`() throws {
    let stand = try LanePictureTests.stand(["lru", "random"])
    let history = stand.model.playhead.history
    #expect(history.isInStep)
    #expect(history.arrivals == 7)
    let worlds = [stand.model.playhead.shown.world] + stand.model.playhead.shown.rivals.map(\.world)
    let asked = zip(history.lanes, worlds).map { lane, world in
      lane.keys.map { world.symbols.text(of: $0) }
    }
    #expect(asked[0] == ["k:1", "k:1", "k:1", "k:2", "k:3", "k:4", "k:1"])
    #expect(asked[0] == asked[1])
  }

  @Test func `going back and forth through a comparison finds the same lanes`() throws {
    var stand = try LanePictureTests.stand(["lru", "lfu"])
    let end = stand.model.playhead.history
    let digests = stand.model.playhead.shown.rivals.map(\.world.digest)
    while stand.model.playhead.beats > 0 { stand.press(.key(.left)) }
    #expect(stand.model.playhead.history.arrivals == 0)
    for _ in 0..<200 where stand.model.playhead.isBehind(stand.model.tutor) {
      stand.press(.key(.right))
    }
    #expect(stand.model.playhead.shown.rivals.map(\.world.digest) == digests)
    #expect(stand.model.playhead.history.lanes.map(\.outcomes) == end.lanes.map(\.outcomes))
  }

  @Test(arguments: [2, 3, 4])
  func `lanes stand one above the other, or two side by side`(count: Int) throws {
    let stand = try LanePictureTests.stand(["lru", "lfu"])
    var scene = stand.model.scene
    for _ in 2..<max(2, count) { scene.stage.rivals.append(scene.stage.rivals[0]) }
    scene.lanes = Array(["lru", "lfu", "fifo", "random"].prefix(count))
    let stacked = PathPanel(scene)
    #expect(stacked.rows(width: 79) == 2 * count)
    let rows = picture(stacked, 79, 2 * count).split(separator: "\n").map(String.init)
    #expect(rows[0].contains("what happens in \(count) lanes"))
    for (index, name) in scene.lanes.enumerated() {
      #expect(rows[1 + 2 * index].hasPrefix(name))
      #expect(rows[2 + 2 * index].contains("leaves first: "))
    }
    scene.isRoomy = true
    #expect(!picture(PathPanel(scene), 72, 8).contains("…"), "nothing is cut")
    let beside = PathPanel(scene)
    let sections = beside.sections(Size(width: 72, height: 8), glyphs: .unicode)
    #expect(sections.count == (count == 2 ? 2 : 0))
    #expect(LanesPanel(scene).names.count == count)
    for (width, height) in [(72, 8), (20, 3), (1, 1), (0, 0)] {
      var frame = Frame(size: Size(width: width, height: height))
      beside.draw(on: &frame, in: frame.bounds)
      LanesPanel(scene).draw(on: &frame, in: frame.bounds)
    }
  }
}
