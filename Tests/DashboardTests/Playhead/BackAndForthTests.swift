import CacheEngine
import Screen
import Simulation
import Testing
import Tutor

@testable import Dashboard

/// Time on the screen: its speed, one event at a time, two hundred back and forth, marks to find.
struct BackAndForthTests {
  /// Presses ← up to 200 times, then → as often: what is seen on the way must be the same.
  private func expectSameWay(
    _ stand: inout Stand, atLeast count: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var seen: [Int: UInt64] = [:]
    let end = stand.model.playhead.shown.world.digest
    var back = 0
    while back < 200, stand.model.playhead.beats > 0 {
      let before = stand.model.playhead.beats
      stand.press(.key(.left))
      back += 1
      #expect(stand.model.playhead.beats == before - 1, sourceLocation: sourceLocation)
      seen[stand.model.playhead.beats] = stand.model.playhead.shown.world.digest
    }
    #expect(back >= count, "\(back) events", sourceLocation: sourceLocation)
    #expect(Set(seen.values).count > seen.count / 2, sourceLocation: sourceLocation)
    for _ in 0..<back where stand.model.playhead.isBehind(stand.model.tutor) {
      stand.press(.key(.right))
      if stand.model.playhead.isBehind(stand.model.tutor) {
        let beats = stand.model.playhead.beats
        #expect(
          seen[beats] == stand.model.playhead.shown.world.digest, "event \(beats)",
          sourceLocation: sourceLocation)
      }
    }
    #expect(
      stand.model.playhead.shown.world.digest == end, sourceLocation: sourceLocation)
    #expect(stand.model.tutor.stage.world.digest == end, sourceLocation: sourceLocation)
  }

  @Test func `200 events back and forth in a lesson`() throws {
    var stand = try Stand("thundering-herd")
    stand.press(.typed("a"), .key(.enter), .key(.enter))
    stand.wait()
    for line in ["capacity 3", "traffic keys a b c a d e a f b", "tick 61s", "herd page:home 90"] {
      stand.press(.key(.end))
      stand.enter(line)
      stand.wait()
    }
    for number in 0..<20 {
      stand.enter("read user:\(number % 7)")
      stand.wait()
    }
    expectSameWay(&stand, atLeast: 150)
  }

  @Test func `200 events back and forth in a replay`() throws {
    let lines =
      ["rows k:1..9", "capacity 4", "herd k:1 30"]
      + (0..<30).map { "read k:\(1 + $0 * 5 % 9)" } + ["node add B", "traffic scan k:1..9"]
    var stand = try Stand()
    _ = update(&stand.model, .replay(try ReplayTests.replay(lines)))
    stand.wait()
    #expect(stand.model.situation == .replay)
    expectSameWay(&stand, atLeast: 200)
  }

  @Test func `one key is one event, forward and back`() throws {
    var stand = try Stand()
    stand.enter("rows a=1")
    stand.enter("read a")
    stand.press(.typed("."))
    let first = stand.model.playhead.eventCount
    stand.press(.key(.right))
    #expect(stand.model.playhead.eventCount > first)
    #expect(stand.model.playhead.state == .stopped)
    stand.press(.key(.left))
    #expect(stand.model.playhead.eventCount == first)
  }

  @Test func `the speed is shown while it runs, and + and - change it`() throws {
    var stand = try Stand()
    stand.enter("rows a=1")
    stand.enter("read a")
    stand.wait(100)
    #expect(stand.model.playhead.isPlaying)
    #expect(stand.frame().text.contains("1/10 speed"))
    stand.press(.typed("-"))
    #expect(stand.frame().text.contains("1/20 speed"))
    let clock = stand.model.playhead.clock
    stand.wait(330)
    let slow = stand.model.playhead.clock - clock
    #expect(slow > 10_000 && slow < 20_000, "\(slow)")
    stand.press(.typed("+"), .typed("+"), .typed("+"))
    #expect(stand.frame().text.contains("1/2 speed"))
    #expect(stand.model.playhead.isPlaying)
    stand.press(.typed(" "))
    #expect(!stand.model.playhead.isPlaying)
    stand.wait(2_000)
    #expect(stand.model.playhead.isBehind(stand.model.tutor))
  }

  @Test func `the scrub bar marks miss storms, evictions and nodes`() throws {
    var stand = try Stand()
    for line in [
      "rows a=1 b=2 c=3", "herd a 30", "capacity 1", "read b", "read c", "node add B", "tick 1s",
    ] {
      stand.enter(line)
      stand.wait()
    }
    stand.press(.key(.left), .key(.left))
    let glyphs = stand.model.settings.glyphs
    let rows = stand.frame(120, 40).text.split(separator: "\n")
    let bar = try #require(rows.first { $0.contains("events from the start") })
    for mark in [glyphs.arrowHeadDown, glyphs.cross, glyphs.hollowDot] {
      #expect(bar.contains(mark), "no \(mark) in \(bar)")
    }
  }
}
