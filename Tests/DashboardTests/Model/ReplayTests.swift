import Screen
import Testing
import Tutor

@testable import Dashboard

struct ReplayTests {
  /// A recording of some lines.
  static func replay(_ lines: [String]) throws -> Replay {
    var stand = try Stand()
    for line in lines {
      stand.enter(line)
      stand.wait()
    }
    let kinds = stand.effects.flatMap { effect -> [SessionEntry.Kind] in
      if case .write(let kinds) = effect { kinds } else { [] }
    }
    let session = SessionText(
      header: SessionHeader(seed: 7), entries: kinds.map { SessionEntry($0) })
    return Replay(name: "test", session: session)
  }

  static let lines = [
    "rows a=1 b=2", "read a", "mark one", "read b", "mark two", "policy fifo", "read a",
  ]

  @Test func `a recording plays to the same end`() throws {
    var original = try Stand()
    for line in ReplayTests.lines {
      original.enter(line)
      original.wait()
    }
    var stand = try Stand()
    _ = update(&stand.model, .replay(try ReplayTests.replay(ReplayTests.lines)))
    #expect(stand.model.situation == .replay)
    stand.wait()
    #expect(stand.model.replay?.isOver == true)
    #expect(
      stand.model.tutor.stage.world.digest == original.model.tutor.stage.world.digest)
    try expectSnapshot("replay-end", stand.frame())
    #expect(!stand.model.isMoving)
  }

  @Test func `marks are gone to, and the rest is taken over`() throws {
    var stand = try Stand()
    _ = update(&stand.model, .replay(try ReplayTests.replay(ReplayTests.lines)))
    stand.press(.typed("]"))
    #expect(stand.model.notice?.text == "mark: one")
    stand.press(.typed("]"))
    #expect(stand.model.notice?.text == "mark: two")
    stand.press(.typed("["))
    #expect(stand.model.notice?.text == "mark: one")
    stand.press(.typed("t"))
    #expect(stand.model.replay == nil)
    stand.enter("read b")
    stand.wait()
    #expect(stand.model.notice?.kind != .error)
  }

  @Test func `q asks before it leaves`() throws {
    var stand = try Stand()
    _ = update(&stand.model, .replay(try ReplayTests.replay(ReplayTests.lines)))
    stand.press(.typed("q"))
    #expect(stand.model.overlay == .confirm(.leaveReplay))
    stand.press(.typed("y"))
    #expect(stand.model.replay == nil)
  }
}
