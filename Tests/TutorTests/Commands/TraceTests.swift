import Simulation
import Testing

@testable import Tutor

/// Recorded traffic, played in a world.
struct TraceTests {
  private func outcomes(_ line: String, _ bench: inout Bench) -> String {
    bench.type(line)
    let tally = bench.tutor.stage.command
    return "\(tally.answered) answered, \(tally.hits) hits"
  }

  @Test func `a trace is played whole, in part, and from a place on`() throws {
    var bench = try Bench(isEmpty: true)
    bench.type("trace add day a b a c:1..3 a")
    #expect(outcomes("trace day", &bench) == "7 answered, 2 hits")
    bench.type("FLUSHALL")
    #expect(outcomes("trace day 3", &bench) == "3 answered, 1 hits")
    #expect(outcomes("trace day 2 from=3", &bench) == "2 answered, 1 hits")
    #expect(outcomes("trace day from=7 rate=5/s", &bench) == "1 answered, 1 hits")
    #expect(bench.type("trace add day b") == "day: 8 requests for 5 keys")
  }

  @Test func `what cannot be played says why`() throws {
    var bench = try Bench(isEmpty: true)
    bench.type("trace add day a b")
    #expect(
      bench.type("trace night")
        == """
        trace night
              ^^^^^
        There is no trace night
        Traces: day
        Name a file with one, or make one: trace add NAME KEY….
        """)
    #expect(bench.type("trace day from=3").contains("day ends before that"))
    #expect(
      bench.type("trace add day k:1..99999").contains("day would be too long"))
    #expect(bench.tutor.trace("day")?.count == 2)
  }

  @Test func `undo takes back what was played and leaves the trace`() throws {
    var bench = try Bench(isEmpty: true)
    let before = bench.digest
    bench.type("trace add day a b a")
    bench.type("trace day")
    #expect(bench.digest != before)
    bench.type("undo")
    #expect(bench.digest == before)
    #expect(outcomes("trace day", &bench) == "3 answered, 1 hits")
  }

  @Test func `a line names the traces that are still to be read`() throws {
    var bench = try Bench(isEmpty: true)
    bench.type("trace add day a")
    #expect(bench.tutor.unreadTraces(in: "trace day ; trace x.log 3 ; trace x.log") == ["x.log"])
    #expect(bench.tutor.unreadTraces(in: "trace add new a ; trace new") == [])
    #expect(bench.tutor.unreadTraces(in: "trace \"") == [])
  }

  @Test func `any key of a file is the same key in the world, and in a replay of the session`()
    throws
  {
    let keys: [[UInt8]] = [
      Array("user:1".utf8), Array("/a?b=1&c".utf8), Array("rate=5".utf8), Array("x:1..9".utf8),
      Array("--force".utf8), Array("a \"b\" \\".utf8), Array("#;&".utf8), [0, 27, 255, 10],
      Array("ключ".utf8), [], [UInt8](repeating: 97, count: 2_000),
    ]
    var bench = try Bench(isEmpty: true)
    try bench.tutor.take(keys, as: "odd name.log")
    let trace = try #require(bench.tutor.trace("odd name.log"))
    #expect(trace.keys == Array(keys.prefix(9)))
    bench.type("trace \"odd name.log\"")
    let entries = bench.tutor.takeUnwritten().map { SessionEntry($0) }
    let session = SessionText(header: SessionHeader(seed: 7), entries: entries)
    let read = try SessionText.parse(session.text, path: "odd.session")
    var replay = try SessionReplay(read, lessons: [], patterns: Bench.patterns)
    try replay.playAll()
    #expect(replay.tutor.stage.world.digest == bench.digest)
    #expect(replay.tutor.trace("odd name.log") == trace)
  }

  @Test func `a long trace takes few lines of the session`() throws {
    var bench = try Bench(isEmpty: true)
    let keys = (0..<KeyTrace.limit + 5).map { Array("k\($0 % 9_000)".utf8) }
    try bench.tutor.take(keys, as: "long")
    #expect(bench.tutor.trace("long")?.count == KeyTrace.limit)
    #expect(bench.tutor.takeUnwritten().count == KeyTrace.limit / 4_000)
  }

  @Test func `no key that could be one is no trace`() throws {
    var bench = try Bench(isEmpty: true)
    let error = #expect(throws: CommandError.self) { try bench.tutor.take([[], []], as: "none") }
    #expect(error?.message.detail == "No key in it has 1 to 1 024 bytes.")
    #expect(bench.tutor.traces.isEmpty)
  }
}
