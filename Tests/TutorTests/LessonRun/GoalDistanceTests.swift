import Testing
import Tutor

@Suite struct GoalDistanceTests {
  @Test(arguments: [
    ("db.loads <= 1", "db.loads ≤ 1", "now 4"),
    ("hit_ratio >= 0.8", "hit ratio ≥ 0.80", "now 0.333"),
    ("hit_ratio >= 80 %", "hit ratio ≥ 0.80", "now 0.333"),
    ("slowest < 100ms", "slowest < 100 ms", "now 102 ms"),
    ("cached(a)", "cached(a)", "not yet"),
    ("not cached(b)", "not cached(b)", "now it is"),
    ("value(a) == Ada", "value(a) = Ada", "a is not cached"),
    ("row(z) == 1", "row(z) = 1", "the database has no row z"),
    ("value(b) == row(c)", "value(b) = row(c)", "now 2, compared with 3"),
    ("timeout == 450ms", "timeout = 450 ms", "now for ever"),
    ("share(Z) > 0.5", "share(Z) > 0.50", "there is no node Z"),
    ("standing(99) == 1", "standing(99) = 1", "the listing has no line 99"),
    ("victims == b", "victims = b", "now a"),
    ("left.hits >= 1", "left.hits ≥ 1", "there is only one lane; compare makes two"),
  ])
  func `a claim tells how far off it is`(_ row: (claim: String, text: String, now: String)) throws {
    var room = try Classroom()
    try room.type(GoalFigureTests.scene)
    let verdict = try Claim.parse(row.claim).judge(on: room.tutor.stage)
    #expect(!verdict.holds)
    #expect(verdict.claimText == row.text)
    #expect(verdict.distance == row.now)
  }

  @Test func `before anything has happened words say so`() throws {
    let room = try Classroom()
    #expect(try room.distance("hit_ratio > 0") == "no request has looked into a cache yet")
    #expect(try room.distance("slowest < 1s") == "no request has been answered yet")
    #expect(try room.distance("victims == a") == "nobody has had to leave yet")
    #expect(try room.distance("reply == 1") == "no request has been answered yet")
    #expect(try room.distance("share.max < 1") == "no key is known yet")
  }
}
