import Simulation
import Testing
import Tutor

@Suite struct ReadTraceTests {
  /// What the classroom was asked for since the part began.
  private func trace(_ lines: String) throws -> ReadTrace {
    var room = try Classroom()
    try room.type(lines)
    return ReadTrace(room.tutor.stage.log)
  }

  @Test func `reads count, writes and what is done by hand do not`() throws {
    let trace = try trace("rows a=1 b=2 ; read a ; write a 2 ; GET a ; read b ; read a")
    #expect(trace.count == 3)
    #expect(trace.keys == 2)
  }

  @Test func `the textbook trace has Bélády's anomaly under FIFO and none under LRU`() throws {
    let trace = try trace("rows a=1 b=2 c=3 d=4 e=5 ; traffic keys a b c d a b e a b c d e")
    func misses(_ policy: String) -> [Int] {
      trace.curve(policy, at: [3, 4])?.points.map { Int($0.missRatio * 12 + 0.5) } ?? []
    }
    #expect(misses("fifo") == [9, 10])
    #expect(misses("lru") == [10, 8])
    #expect(misses("opt") == [7, 6])
    #expect(trace.optimalHits(places: 3) == 5)
    #expect(trace.curve("nobody", at: [3]) == nil)
  }

  @Test func `few keys have every capacity, many a dozen up to all of them`() throws {
    #expect(try trace("traffic loop k:1..3 rounds=2").capacities(limit: 12) == [1, 2, 3])
    let many = try trace("traffic loop k:1..50 rounds=2").capacities(limit: 12)
    #expect(many.count <= 12)
    #expect(many.first == 1)
    #expect(many.last == 50)
  }

  @Test func `nobody is better than the best`() throws {
    var room = try Classroom()
    try room.type("capacity 10 ; traffic zipf 500 keys=60")
    for policy in ["fifo", "lru", "lfu", "sieve", "s3-fifo", "arc", "w-tinylfu"] {
      var other = try Classroom()
      try other.type("policy \(policy) ; capacity 10 ; traffic zipf 500 keys=60")
      #expect(try other.holds("hits < \(bound(room))"))
      #expect(bound(other) == bound(room))
    }
  }

  private func bound(_ room: Classroom) -> Int {
    ReadTrace(room.tutor.stage.log).optimalHits(places: 10)
  }

  @Test func `curve shows the policy in force beside the best, or another one`() throws {
    var room = try Classroom()
    #expect(room.reply(to: "curve") == "nobody has read anything since the part began")
    try room.type("policy fifo ; rows a=1 b=2 c=3 d=4 e=5 ; traffic keys a b c d a b e a b c d e")
    let lines = room.reply(to: "curve").split(separator: "\n")
    #expect(
      lines.map(String.init) == [
        "misses of 12 reads, by places", "      1   2   3  4   5", "fifo  12  12  9  10  5",
        "opt   12  9   7  6   5",
      ])
    #expect(room.reply(to: "curve lru").contains("lru"))
  }
}
