import Testing
import Tutor

/// The numbers that the lessons on spreading keys name, each counted in a running world.
@Suite struct SpreadingFiguresTests {
  @Test func `the remainder: 759 move, and the morning after is an outage`() throws {
    var room = try Weather.room("modulo")
    #expect(try ["A", "B", "C"].map { try room.figure("keys(\($0))") } == ["317", "330", "353"])
    try room.type("node add D")
    #expect(try room.figure("moved") == "759")
    try room.type("traffic scan city:1..1000 rate=500/s")
    let words = ["db.loads", "db.peak_queue", "p50", "p99", "slowest"]
    let figures = try words.map { try room.figure($0) }
    #expect(figures == ["759", "359", "704 ms", "1 852 ms", "1 858 ms"])
    #expect(try room.holds("hit_ratio >= 0.2405 over command"))
    #expect(try room.holds("hit_ratio <= 0.2415 over command"))
    try room.type("node remove D")
    #expect(try room.figure("moved") == "759")
  }

  @Test func `the remainder: of four nodes one dies, and 734 move`() throws {
    var room = try Weather.room("modulo", nodes: "A B C D")
    try room.type("node kill B")
    #expect(try room.figure("moved") == "734")
    #expect(try room.figure("gone_from(B)") == "251")
  }

  @Test func `forty workers are enough for 380 misses a second`() throws {
    var room = try Weather.room("modulo")
    for line in ["node add D", "db workers=40", "traffic scan city:1..1000 rate=500/s"] {
      try room.type(line)
    }
    #expect(try room.holds("db.peak_queue < 20 over command"))
  }

  @Test func `the circle: 285 move, all from B to D`() throws {
    var room = try Weather.room("ring vnodes=1")
    try room.type("node add D")
    let words = ["moved", "came_to(D)", "gone_from(B)", "keys(A)", "keys(B)", "movers(city:1..12)"]
    #expect(
      try words.map { try room.figure($0) } == [
        "285", "285", "285", "569", "78", "city:3 city:4 city:5 city:10 city:12",
      ])
    try room.type("node add E")
    #expect(try room.figure("moved") == "36")
  }

  @Test func `the circle: all that was B's falls on A`() throws {
    var room = try Weather.room("ring vnodes=1")
    try room.type("node kill B")
    #expect(try room.figure("came_to(A)") == "363")
    #expect(try room.figure("keys(A)") == "932")
  }

  @Test func `150 points: a slow night at the most`() throws {
    var room = try Weather.room("ring vnodes=150")
    try room.type("node add D")
    let gone = try ["A", "B", "C"].map { try room.figure("gone_from(\($0))") }
    #expect(gone == ["73", "72", "112"])
    try room.type("traffic scan city:1..1000 rate=500/s")
    let words = ["db.loads", "db.peak_queue", "p50", "p99", "slowest"]
    let figures = try words.map { try room.figure($0) }
    #expect(figures == ["257", "0", "1 ms", "102 ms", "102 ms"])
    #expect(try room.holds("hit_ratio >= 0.7425 over command"))
    #expect(try room.holds("hit_ratio <= 0.7435 over command"))
  }

  @Test func `150 points: B's cities go to both others, and a weight is points`() throws {
    var room = try Weather.room("ring vnodes=150")
    try room.type("node kill B")
    #expect(try ["A", "C"].map { try room.figure("came_to(\($0))") } == ["133", "170"])
    var other = try Weather.room("ring vnodes=150")
    try other.type("node add D weight=2")
    #expect(try other.figure("keys(D)") == "371")
  }

  @Test func `the number of points is part of every address`() throws {
    var room = try Weather.room("ring vnodes=1")
    try room.type("vnodes 150")
    #expect(try room.figure("moved") == "680")
    var other = try Weather.room("modulo")
    try other.type("placement ring vnodes=150")
    #expect(try other.figure("moved") == "663")
  }

  @Test func `a node that comes and goes brings an old value back`() throws {
    var room = try Weather.room("ring vnodes=1")
    for line in [
      "rows city:3=sun", "write city:3 fog", "read city:3", "node add D", "write city:3 rain",
      "node remove D", "read city:3",
    ] { try room.type(line) }
    #expect(try room.figure("reply") == "fog")
    #expect(try room.figure("row(city:3)") == "rain")
  }
}
