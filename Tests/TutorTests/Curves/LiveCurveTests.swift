import CacheEngine
import PolicyLab
import Simulation
import Testing

@testable import Tutor

@Suite struct LiveCurveTests {
  /// Hits of LRU by places, one cache after the other.
  private func hits(_ log: ReadLog, upTo keys: Int) throws -> [Int] {
    let trace = ReadTrace(log)
    let curve = try #require(trace.curve("lru", at: Array(1...max(1, keys))))
    return [0]
      + curve.points.map { trace.count - Int($0.missRatio * Double(trace.count) + 0.5) }
  }

  @Test func `every read of a request counts, nothing else does`() throws {
    var room = try Classroom()
    try room.type("rows a=1 b=2 ; read a ; write a 2 ; GET a ; read b ; read a ; read b")
    let log = room.tutor.stage.reads
    #expect(log.total == 4)
    #expect(log.hits == room.tutor.stage.step.hits)
    #expect(log.missRatio == 0.75)
    #expect(LiveCurve(log).hits == [0, 0, 2])
    #expect(LiveCurve(log).keys == 2)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `whatever is done and taken back, it is the curve from scratch`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed, stream: "live curve")
    var room = try Classroom()
    var live = LiveCurve()
    for step in 0..<40 {
      let line: String
      switch random.below(12) {
      case 0: line = "undo"
      case 1: line = "redo"
      case 2: line = "mark m\(random.below(3))"
      case 3: line = "compare capacity=2 capacity=5"
      case 4: line = "compare off"
      case 5: line = "undo ; traffic uniform 9 keys=k:1..9"
      case 6: line = "capacity \(1 + random.below(9))"
      case 7: line = "read k:\(1 + random.below(9))"
      default: line = "traffic zipf \(1 + random.below(60)) keys=k:1..\(2 + random.below(30))"
      }
      _ = room.tutor.execute(line)
      if random.chance(1, of: 5) { _ = room.tutor.pass(1_000_000) }
      guard random.chance(2, of: 3) else { continue }
      let log = room.tutor.stage.reads
      live.follow(log)
      let fresh = LiveCurve(log)
      #expect(live.hits == fresh.hits, "seed \(seed), step \(step): \(line)")
      #expect(live.reads == log.total)
      guard log.total > 0 else { continue }
      #expect(try live.hits == hits(log, upTo: live.keys), "seed \(seed), step \(step)")
    }
  }

  @Test func `a part, a mark and lanes begin it anew, and undo brings it back`() throws {
    var room = try Classroom()
    try room.type("traffic loop k:1..4 rounds=3")
    #expect(room.tutor.stage.reads.total == 12)
    #expect(room.tutor.stage.readsBegan == "since the part began")
    try room.type("mark noon")
    #expect(room.tutor.stage.reads.total == 0)
    #expect(room.tutor.stage.readsBegan == "since noon")
    try room.type("read k:1 ; compare capacity=2 capacity=5 ; read k:2 ; read k:2")
    #expect(room.tutor.stage.lanes.map(\.reads.total) == [2, 2])
    try room.type("undo ; undo ; undo")
    #expect(room.tutor.stage.rivals.isEmpty)
    #expect(room.tutor.stage.reads.total == 1)
  }

  @Test func `traffic that goes on by itself counts as it goes`() throws {
    var room = try Classroom()
    var live = LiveCurve()
    try room.type("traffic start keys=20 rate=100/s")
    for _ in 0..<30 {
      room.tutor.pass(300_000)
      live.follow(room.tutor.stage.reads)
    }
    #expect(live.reads > 800)
    #expect(try live.hits == hits(room.tutor.stage.reads, upTo: live.keys))
  }

  @Test func `the oldest reads are forgotten, but not by who has counted them`() throws {
    var log = ReadLog()
    var live = LiveCurve()
    let event = try #require(events(of: "rows a=1 ; read a").first { $0.kind == .miss })
    for count in 1...300 {
      log.add(Array(repeating: event, count: 1_000))
      if count % 50 == 0 { live.follow(log) }
    }
    #expect(log.total == 300_000)
    #expect(log.forgotten > 0)
    #expect(log.keys(from: 0).count == log.total - log.forgotten)
    #expect(live.reads == 300_000)
    #expect(live.skipped == 0)
    let late = LiveCurve(log)
    #expect(late.reads == log.total - log.forgotten)
    #expect(late.skipped == log.forgotten)
    // A log that was cut off where nobody knows its hash any more is counted anew.
    var short = ReadLog()
    short.add(Array(repeating: event, count: 500))
    live.follow(short)
    #expect(live.reads == 500)
  }

  private func events(of line: String) throws -> [Event] {
    var room = try Classroom()
    try room.type(line)
    return Array(room.tutor.stage.log)
  }

  @Test func `the knee is told when enough has been read`() throws {
    var room = try Classroom()
    try room.type("traffic loop k:1..6 rounds=9")
    #expect(LiveCurve(room.tutor.stage.reads).knee == nil, "six keys")
    try room.type("reset sandbox ; traffic zipf 2000 keys=60")
    let knee = try #require(LiveCurve(room.tutor.stage.reads).knee)
    #expect((5...25).contains(knee))
    #expect(room.reply(to: "curve").hasPrefix("misses of 2 000 reads, by places; the knee of lru"))
    #expect(room.reply(to: "curve").contains("lru is at \(knee)\n"))
  }
}
