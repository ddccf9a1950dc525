import CacheEngine
import Simulation
import Testing

@testable import Tutor

struct SessionReplayTests {
  /// A session file of what a tutor was told, with a digest after every command.
  private func record(_ lines: [String], seed: UInt64 = 7) throws -> (SessionText, UInt64) {
    var tutor = try Tutor(lessons: [], patterns: Bench.patterns, seed: seed)
    var text = SessionText.text(of: SessionHeader(seed: seed, app: "0.1.0"))
    for line in lines {
      if line.hasPrefix("+") {
        tutor.pass(Int64(line.dropFirst()) ?? 0)
        continue
      }
      _ = tutor.execute(line)
      let written = tutor.takeUnwritten()
      for kind in written { text += SessionText.text(of: kind) }
      if !written.isEmpty { text += SessionText.text(of: tutor.digestEntry) }
    }
    return (try SessionText.parse(text, path: "test.session"), tutor.stage.world.digest)
  }

  private func replay(_ session: SessionText) throws -> SessionReplay {
    var replay = try SessionReplay(session, lessons: [], patterns: Bench.patterns)
    try replay.playAll()
    return replay
  }

  @Test func `a recorded session gives the same digest again`() throws {
    let (session, digest) = try record([
      "rows user:1=Ada user:2=Bea", "read user:1", "herd user:2 40", "capacity 1 ; read user:1",
      "undo", "redo", "begin write user:1 Bo", "step A", "finish A", "mark here", "tick 61s",
      "read user:1 & ; read user:2", "rewind @61102500", "read user:2",
    ])
    #expect(try replay(session).tutor.stage.world.digest == digest)
  }

  @Test func `random sessions give the same digest again`() throws {
    for seed in 1...6 {
      var random = SeededRandom(seed: UInt64(seed), stream: "replay")
      let lines = (0..<40).map { _ in
        random.chance(1, of: 8) ? "undo" : Script.line(&random)
      }
      let (session, digest) = try record(lines, seed: UInt64(seed))
      #expect(try replay(session).tutor.stage.world.digest == digest, "seed \(seed)")
    }
  }

  @Test func `time that passed under traffic passes again`() throws {
    let (session, digest) = try record([
      "traffic start rate=50/s", "+333333", "capacity 3", "+100000", "traffic stop",
    ])
    #expect(try replay(session).tutor.stage.world.digest == digest)
  }

  @Test func `lines come one by one, with their numbers`() throws {
    let (session, _) = try record(["read user:1", "capacity 3"])
    var replay = try SessionReplay(session, lessons: [], patterns: Bench.patterns)
    let first = try #require(try replay.next())
    guard case .command("read user:1", let done) = first.kind else {
      Issue.record("not the command")
      return
    }
    #expect(first.line == SourceLine(6))
    #expect(done.count == 1)
    #expect(replay.index == 1 && replay.count == 4 && !replay.isOver)
  }

  private func error(_ session: SessionText) throws -> String {
    var replay = try SessionReplay(session, lessons: [], patterns: Bench.patterns)
    do {
      try replay.playAll()
      return "no error"
    } catch {
      return error.message(path: "a.session")
    }
  }

  @Test func `a digest that differs is named`() throws {
    var (session, _) = try record(["read user:1", "capacity 3"])
    guard case .command(let position, _) = session.entries[2].kind else { return }
    session.entries[2].kind = .command(position, "capacity 4")
    let message = try error(session)
    #expect(message.hasPrefix("a.session:9: at tick 102000 the digest is "))
    #expect(message.hasSuffix("— a line above was changed, or the rules have changed since"))
  }

  @Test func `an impossible tick is named`() throws {
    var (session, _) = try record(["read user:1", "capacity 3"])
    session.entries[2].kind = .command(
      SessionPosition(tick: Tick(microseconds: 100_000)), "capacity 3")
    #expect(
      try error(session)
        == "a.session:8: the world cannot be at @100000: it stands at @102000 — "
        + "the line was changed or moved; a replay is true up to here")
    session.entries[2].kind = .command(
      SessionPosition(tick: Tick(microseconds: 5_000_000)), "capacity 3")
    #expect(try error(session).contains("cannot be at @5000000: it stands at @102000"))
  }

  @Test func `a command that cannot be done is named`() throws {
    var (session, _) = try record(["read user:1"])
    guard case .command(let position, _) = session.entries[0].kind else { return }
    session.entries[0].kind = .command(position, "raed user:1")
    #expect(
      try error(session)
        == "a.session:6: raed user:1: There is no command raed — Did you mean read?")
  }

  @Test func `a lesson that is not here is named`() throws {
    let header = SessionHeader(
      seed: 1, lesson: SessionHeader.Lesson(id: "gone", digest: 1))
    #expect(throws: SessionReplayError(line: SourceLine(1), .unknownLesson("gone"))) {
      try SessionReplay(SessionText(header: header), lessons: [], patterns: Bench.patterns)
    }
  }

  @Test func `a lesson is played again, answers included`() throws {
    var tutor = try Tutor(lessons: [.example], patterns: Bench.patterns, seed: 9)
    try tutor.startLesson(Lesson.example.id)
    _ = tutor.takeUnwritten()
    let header = SessionHeader(
      seed: 9, lesson: SessionHeader.Lesson(id: Lesson.example.id, digest: Lesson.example.digest))
    var text = SessionText.text(of: header)
    for line in [
      "read user:3", "undo", "read user:1", "next", "read user:2", "answer 102", "read user:2",
      "hint", "skip", "answer 2 1", "capacity 3", "reset step", "lesson \(Lesson.example.id) 2",
    ] {
      _ = tutor.execute(line)
      for kind in tutor.takeUnwritten() { text += SessionText.text(of: kind) }
      text += SessionText.text(of: tutor.digestEntry)
    }
    let session = try SessionText.parse(text, path: "lesson.session")
    var replay = try SessionReplay(session, lessons: [.example], patterns: Bench.patterns)
    try replay.playAll()
    #expect(replay.tutor.stage.world.digest == tutor.stage.world.digest)
    #expect(replay.tutor.run?.stepIndex == tutor.run?.stepIndex)
    #expect(!replay.isOtherLesson)
  }
}
