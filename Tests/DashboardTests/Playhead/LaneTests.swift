import Screen
import Testing
import Tutor

@testable import Dashboard

struct LaneTests {
  /// The lesson with two lanes, its task done.
  static func stand() throws -> Stand {
    var stand = try Stand("two-lanes")
    #expect(!stand.model.tutor.stage.rivals.isEmpty)
    stand.wait()
    return stand
  }

  @Test func `both lanes are shown at the same instant`() throws {
    var stand = try LaneTests.stand()
    stand.enter("traffic keys k:1 k:1 k:1 k:2 k:3 k:4 k:1")
    stand.wait(3_000)
    #expect(stand.model.playhead.isPlaying)
    let shown = stand.model.playhead.shown
    let right = try #require(shown.rivals.first)
    #expect(shown.step.answered > 0)
    #expect(right.step.answered > 0)
    #expect(right.step.answered < 7)
    stand.wait()
    let end = try #require(stand.model.playhead.shown.rivals.first)
    let live = try #require(stand.model.tutor.stage.rivals.first)
    #expect(end.world.digest == live.world.digest)
    try expectSnapshot("lanes", stand.frame())
    try expectSnapshot("lanes", stand.frame(120, 40))
  }

  @Test func `the right lane walks to where the live one stands`() throws {
    var stand = try LaneTests.stand()
    stand.enter("traffic keys k:1 k:1 k:1 k:2 k:3 k:4 k:1")
    var playhead = stand.model.playhead
    let tutor = stand.model.tutor
    while playhead.line != nil || playhead.moments < tutor.timeline.moments.count {
      let before = playhead
      _ = playhead.stepForward(tutor)
      guard playhead.line == nil, playhead.state == .resting else { continue }
      #expect(before.shown.rivals.first?.step.answered ?? 0 >= 6)
      break
    }
    #expect(
      playhead.shown.rivals.first?.world.digest == tutor.stage.rivals.first?.world.digest)
  }

  @Test(arguments: [
    ("policy lru", "policy lfu", "lru", "lfu"),
    ("pattern none", "pattern cache-aside", "none", "cache-aside"),
    ("guard lock", "guard lock", "guard lock", "guard lock"), ("a", "b", "a", "b"),
  ])
  func `lanes are named by what differs`(
    left: String, right: String, one: String, two: String
  ) {
    #expect(LanesPanel.difference([left, right]) == [one, two])
  }

  @Test func `what came before the lanes is not theirs`() throws {
    var stand = try Stand(size: Size(width: 120, height: 40))
    stand.enter("rows a=1 b=2 ; traffic keys a a a a")
    stand.press(.key(.end))
    stand.enter("compare capacity=1 capacity=2 ; traffic keys a b a b")
    stand.press(.key(.end))
    let rows = LanesPanel(stand.model.bareScene).rows
    #expect(rows.first { $0.name == "hits" }?.values == ["1", "3"])
  }
}
