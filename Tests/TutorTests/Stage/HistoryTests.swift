import CacheEngine
import Simulation
import Testing

@testable import Tutor

/// The past that `undo`, `redo`, `rewind` and failed commands go back to: kept here and there, run
/// again in between.
struct HistoryTests {
  /// Keys enough that a copy of the world is dearer than most commands.
  private static func large(_ keys: Int = 1_500, budget: Int? = nil) throws -> Bench {
    var bench = try Bench(isEmpty: true, seed: 5)
    bench.type("capacity \(keys) ; ttl 24h ; rows key:1..\(keys) ; traffic scan key:1..\(keys)")
    bench.tutor.restartTimeline()
    if let budget { bench.tutor.timeline.byteBudget = budget }
    return bench
  }

  private static func line(_ random: inout SeededRandom, _ number: Int) -> String {
    let key = "key:\(1 + random.below(1_500))"
    return [
      "read \(key)", "write \(key) v\(number)", "SET \(key) w\(number) EX 60", "tick 1s",
      "herd \(key) 4", "read new:\(number)", "capacity \(1_400 + random.below(200))",
    ][random.below(7)]
  }

  @Test func `a small world is kept every other line, a large one now and then`() throws {
    var small = try Bench()
    for _ in 0..<20 { small.type("read user:1") }
    #expect(small.tutor.timeline.kept.count >= 10)
    var large = try HistoryTests.large()
    for _ in 0..<20 { large.type("read key:1") }
    #expect(large.tutor.timeline.kept.count < 5)
  }

  @Test func `what is kept keeps to its budget, and every stage is found again`() throws {
    let size = try HistoryTests.large().tutor.stage.byteEstimate
    var bench = try HistoryTests.large(budget: 6 * size)
    var random = SeededRandom(seed: 1, stream: "history")
    var stages: [Stage] = []
    for number in 0..<120 {
      stages.append(bench.tutor.stage)
      bench.type(HistoryTests.line(&random, number))
      #expect(bench.tutor.timeline.bytes <= 6 * size)
    }
    #expect(bench.tutor.timeline.kept.count < 8)
    #expect(bench.tutor.timeline.undoCount == 120)
    let end = bench.tutor.stage
    for number in stages.indices.reversed() {
      bench.type("undo")
      #expect(bench.tutor.timeline.bytes <= 6 * size)
      expectSame(bench.tutor.stage, stages[number], "undo to \(number)")
    }
    for number in stages.indices.dropFirst() {
      bench.type("redo")
      expectSame(bench.tutor.stage, stages[number], "redo to \(number)")
    }
    bench.type("redo")
    expectSame(bench.tutor.stage, end)
    #expect(bench.type("redo").contains("nothing to redo"))
  }

  @Test func `one dear command is kept beside, so that redo need not do it again`() throws {
    var bench = try HistoryTests.large(300)
    bench.type("traffic zipf 5000 keys=300")
    let end = bench.tutor.stage
    bench.type("undo")
    #expect(bench.tutor.timeline.undone.last?.kept != nil)
    bench.type("redo")
    expectSame(bench.tutor.stage, end)
    bench.type("read key:1 ; undo")
    #expect(bench.tutor.timeline.undone.last?.kept == nil)
  }

  @Test func `the estimate of a world counts what it holds`() throws {
    let (small, large) = (try HistoryTests.large(100), try HistoryTests.large(1_000))
    let bytes = large.tutor.stage.byteEstimate - small.tutor.stage.byteEstimate
    let least = 900 * (MemoryLayout<Entry>.stride + MemoryLayout<Row>.stride)
    #expect((least...4 * least).contains(bytes), "\(bytes), at least \(least)")
    var text = try Bench()
    let before = text.tutor.stage.byteEstimate
    text.type("SET k \(String(repeating: "x", count: 50_000))")
    #expect(text.tutor.stage.byteEstimate - before >= 50_000)
  }

  @Test func `time that passed under traffic is run again, between lines and after redo`() throws {
    var bench = try HistoryTests.large(400)
    var stages: [Stage] = []
    for line in [
      "traffic start rate=200/s", "read key:9", "capacity 300", "herd key:3 9", "traffic stop",
    ] {
      stages.append(bench.tutor.stage)
      bench.type(line)
      bench.tutor.pass(250_000)
    }
    let end = bench.tutor.stage
    for stage in stages.reversed() {
      bench.type("undo")
      expectSame(bench.tutor.stage, stage)
    }
    for _ in stages { bench.type("redo") }
    expectSame(bench.tutor.stage, end)
    // Time goes on after an undo: redo goes back to where the command was given.
    bench.type("undo ; undo ; undo")
    bench.tutor.pass(400_000)
    bench.type("redo ; redo ; redo")
    expectSame(bench.tutor.stage, end)
  }

  @Test func `two lanes are run again, each on its own clock`() throws {
    var bench = try Bench()
    var stages: [Stage] = []
    for line in [
      "compare policy=lru policy=fifo", "capacity 2", "read user:4", "read user:1",
      "herd user:5 30", "traffic start rate=90/s", "read user:2", "compare off",
    ] {
      stages.append(bench.tutor.stage)
      bench.type(line)
      bench.tutor.pass(30_000)
    }
    let end = bench.tutor.stage
    bench.tutor.timeline.forgetKept()
    for stage in stages.reversed() {
      bench.type("undo")
      expectSame(bench.tutor.stage, stage)
    }
    for _ in stages { bench.type("redo") }
    expectSame(bench.tutor.stage, end)
  }

  @Test func `a mark, a look and a refusal are nothing to take back`() throws {
    var bench = try Bench()
    bench.type("read user:4")
    let stage = bench.tutor.stage
    bench.type("mark here")
    bench.type("show ; why user:4 ; stats")
    bench.type("node remove Z")
    expectSame(bench.tutor.stage, stage)
    #expect(bench.type("undo") == "taken back: read user:4")
  }

  @Test(arguments: [
    // Nothing that is waited for comes: ten thousand activations have run by then.
    ["pattern write-behind", "write user:1 A", "tick 20s", "until evicted"],
    // The left lane has a line 9, the right one has not.
    ["compare pattern=cache-aside pattern=none", "read user:4", "edit 9 pass"],
    ["down db", "begin read user:5", "step A", "step B"],
    ["traffic start rate=90/s", "node add B", "node remove A ; node remove B"],
    ["SET n word", "INCR n"],
    ["edit 2 value = cache.fetch(key)"],
  ])
  func `a command that fails half way leaves everything as it was`(_ lines: [String]) throws {
    for keepsAll in [true, false] {
      var bench = try Bench()
      bench.type("read user:4 ; read user:5 ; undo")
      for line in lines.dropLast() { bench.type(line) }
      let last = try #require(lines.last)
      let commands = try CommandParser.parse(last)
      for command in commands.dropLast() { bench.type(command.text) }
      if !keepsAll { bench.tutor.timeline.forgetKept() }
      let before = bench.tutor
      let failing = try #require(commands.last)
      #expect(throws: CommandError.self) { try bench.tutor.execute(failing) }
      expectSame(bench.tutor, before, last)
      #expect(bench.tutor.timeline.undone.count == before.timeline.undone.count)
      // The next command finds the same world too.
      var other = before
      bench.type("read user:8 ; write user:8 x ; tick 3s")
      #expect(other.execute("read user:8 ; write user:8 x ; tick 3s").error == nil)
      expectSame(bench.tutor, other, last)
    }
  }

  @Test func `what was kept before the past was cut is not gone back to`() throws {
    var bench = try Bench()
    bench.type("herd user:4 40 ; herd user:5 40 ; undo")
    bench.type("rewind @50000 ; capacity 3 ; tick 2s ; read user:1")
    let stage = bench.tutor.stage
    #expect(throws: CommandError.self) {
      try bench.tutor.execute(try #require(try CommandParser.parse("node remove Z").first))
    }
    expectSame(bench.tutor.stage, stage)
    bench.type("undo ; redo")
    expectSame(bench.tutor.stage, stage)
  }

  @Test func `a refusal after an undo, while time passes, leaves redo as it was`() throws {
    var bench = try Bench()
    bench.type("traffic start rate=200/s")
    bench.type("herd user:4 40")
    let last = bench.tutor.stage
    bench.type("undo")
    bench.tutor.pass(300_000)
    #expect(bench.type("node remove Z").contains("Z"))
    bench.type("redo")
    expectSame(bench.tutor.stage, last)
    bench.type("undo ; redo")
    expectSame(bench.tutor.stage, last)
  }

  @Test func `any line of a long session is near a kept stage`() throws {
    var bench = try Bench()
    var random = SeededRandom(seed: 2, stream: "long")
    for number in 0..<900 {
      let key = "user:\(1 + random.below(9))"
      bench.type(["read \(key)", "write \(key) v\(number)", "tick 1s"][random.below(3)])
    }
    let timeline = bench.tutor.timeline
    #expect(timeline.kept.count <= Timeline.stageLimit)
    let places = timeline.kept.map(\.place.moments) + [timeline.moments.count]
    let widest = zip(places, places.dropFirst()).map { $1 - $0 }.max() ?? 0
    #expect(widest <= 900 / 24, "\(widest) lines between two kept stages")
  }
}

extension Timeline {
  /// As if only the beginning had been kept.
  mutating func forgetKept() {
    let budget = byteBudget
    byteBudget = 0
    keepToBudget()
    byteBudget = budget
  }
}
