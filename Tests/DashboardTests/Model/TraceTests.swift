import Screen
import Testing
import Tutor

@testable import Dashboard

/// A line that plays a file: the edge reads, the line waits.
struct TraceTests {
  private func asked(_ stand: Stand) -> [[String]] {
    stand.effects.compactMap { effect in
      if case .readTraces(let names, _, _) = effect { names } else { nil }
    }
  }

  @Test func `a file is asked for, and then the line is executed`() throws {
    var stand = try Stand()
    stand.enter("trace day.log rate=50/s")
    #expect(asked(stand) == [["day.log"]])
    #expect(stand.model.tutor.timeline.moments.isEmpty)
    let keys = ["a", "b", "a"].map { Array($0.utf8) }
    let effects = update(
      &stand.model,
      .tracesRead(
        [FoundTrace(name: "day.log", keys: keys)], line: "trace day.log rate=50/s", isTyped: true))
    let written = effects.flatMap { effect -> [String] in
      guard case .write(let kinds) = effect else { return [] }
      return kinds.compactMap { if case .command(_, let text) = $0 { text } else { nil } }
    }
    #expect(written == ["trace add day.log a b a", "trace day.log rate=50/s"])
    #expect(effects.contains(.remember("trace day.log rate=50/s")))
    stand.wait()
    #expect(stand.model.playhead.shown.lesson.answered == 3)
    // It is known now: nobody reads it a second time.
    stand.enter("trace day.log 1")
    #expect(asked(stand).count == 1)
  }

  @Test func `what cannot be read stands in the prompt again, with the reason`() throws {
    var stand = try Stand()
    let known = stand.model.tutor.traces
    stand.enter("trace gone.log")
    let found = FoundTrace(name: "gone.log", reason: "gone.log: cannot read it: No such file")
    _ = update(&stand.model, .tracesRead([found], line: "trace gone.log", isTyped: true))
    #expect(stand.model.prompt.text == "trace gone.log")
    #expect(stand.model.notice?.kind == .error)
    #expect(stand.frame(120, 40).rows.contains { $0.contains("gone.log: cannot read it") })
    #expect(stand.model.tutor.traces == known)
  }
}
