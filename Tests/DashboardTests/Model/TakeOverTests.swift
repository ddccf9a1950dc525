import Screen
import Testing
import Tutor

@testable import Dashboard

/// A recording is a branch: somebody may go on from any of its places, the rest stays as it was.
struct TakeOverTests {
  private static let lines = [
    "rows a=1 b=2 c=3", "capacity 2", "policy fifo", "read a", "read b", "mark half", "read c",
    "policy lru", "read a", "tick 61s", "herd b 12",
  ]

  private func stand(_ session: Replay) throws -> Stand {
    var stand = try Stand()
    _ = update(&stand.model, .replay(session))
    return stand
  }

  private func written(_ stand: Stand) -> [String] {
    stand.effects.flatMap { effect -> [String] in
      guard case .write(let kinds) = effect else { return [] }
      return kinds.compactMap { if case .command(_, let line) = $0 { line } else { nil } }
    }
  }

  /// Plays so many lines and stops there.
  private func play(_ count: Int, _ stand: inout Stand) {
    while (stand.model.replay?.progress.done ?? 0) < count {
      stand.press(.typed("l"))
      stand.model.playhead = Playhead(stand.model.tutor)
    }
  }

  @Test func `the original commands from any line on give the same digest`() throws {
    let recording = try ReplayTests.replay(TakeOverTests.lines)
    var original = try Stand()
    for line in TakeOverTests.lines { original.enter(line) }
    let digest = original.model.tutor.stage.world.digest
    for count in 0..<TakeOverTests.lines.count {
      var stand = try stand(recording)
      play(count, &stand)
      stand.press(.typed("t"))
      for line in TakeOverTests.lines.dropFirst(count) { stand.enter(line) }
      #expect(stand.model.tutor.stage.world.digest == digest, "taken over after \(count)")
      #expect(written(stand) == TakeOverTests.lines, "taken over after \(count)")
      #expect(recording.lines.map(\.text) == TakeOverTests.lines)
    }
  }

  @Test func `so do they from any event on`() throws {
    let recording = try ReplayTests.replay(TakeOverTests.lines)
    var end = try stand(recording)
    end.wait()
    let digest = end.model.tutor.stage.world.digest
    let last = end.model.playhead.beats
    #expect(last > 25)
    for back in 1...last {
      var stand = end
      for _ in 0..<back { stand.press(.key(.left)) }
      stand.press(.typed("t"))
      let shown = stand.model.playhead.moments
      let inside = stand.model.playhead.line?.text
      // What was under way is finished first: a herd's requests, a tick's rest.
      if inside != nil { stand.press(.key(.end)) }
      let lines = TakeOverTests.lines.filter { !$0.hasPrefix("mark") }.dropFirst(shown)
      for line in lines {
        stand.enter(line)
        stand.wait()
      }
      #expect(stand.model.notice?.kind != .error, "\(back) back: \(stand.model.notice?.text ?? "")")
      if inside == nil {
        #expect(stand.model.tutor.stage.world.digest == digest, "\(back) events back")
      }
    }
  }

  @Test func `another command there is another branch, recorded with what led to it`() throws {
    let recording = try ReplayTests.replay(TakeOverTests.lines)
    var stand = try stand(recording)
    stand.wait()
    for _ in 0..<8 { stand.press(.key(.left)) }
    stand.press(.typed("t"))
    stand.enter("policy lfu")
    stand.wait()
    let lines = written(stand)
    #expect(lines.prefix(TakeOverTests.lines.count) == TakeOverTests.lines[...])
    #expect(lines.dropFirst(TakeOverTests.lines.count).first?.hasPrefix("rewind @") == true)
    #expect(lines.last == "policy lfu")
    // Both branches play from their files.
    let kinds = stand.effects.flatMap { effect -> [SessionEntry.Kind] in
      if case .write(let kinds) = effect { kinds } else { [] }
    }
    let branch = SessionText(
      header: SessionHeader(seed: 7), entries: kinds.map { SessionEntry($0) })
    var again = try Stand()
    _ = update(&again.model, .replay(Replay(name: "branch", session: branch)))
    again.wait()
    #expect(
      again.model.tutor.stage.world.digest == stand.model.tutor.stage.world.digest)
  }
}
