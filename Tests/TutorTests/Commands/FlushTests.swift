import Simulation
import Testing

@testable import Tutor

struct FlushTests {
  @Test func `nothing is stored while the flusher is off, until somebody flushes`() throws {
    var bench = try Bench()
    bench.type("pattern write-behind ; flush off ; write user:1 Adele ; tick 1m")
    #expect(bench.type("row user:1").contains("Ada"))
    #expect(bench.tutor.stage.world.dirtyWrites.count == 1)
    #expect(bench.type("flush").contains("a batch of 1 row is stored"))
    #expect(bench.type("row user:1").contains("Adele"))
    #expect(bench.tutor.stage.world.dirtyWrites.isEmpty)
  }

  @Test func `flush every switches the flusher on again`() throws {
    var bench = try Bench()
    bench.type("pattern write-behind ; flush off ; flush every 1s ; write user:1 Adele ; tick 2s")
    #expect(bench.type("row user:1").contains("Adele"))
  }

  @Test func `a pattern without a queue has nothing to flush`() throws {
    var bench = try Bench()
    #expect(bench.type("flush").contains("The pattern cache-aside has no flush"))
    #expect(bench.type("flush off").contains("The pattern cache-aside has no flush"))
  }

  @Test func `a chosen pattern begins with its flusher on`() throws {
    var bench = try Bench()
    bench.type("pattern write-behind ; flush off ; pattern write-behind ; write user:1 Adele")
    bench.type("tick 6s")
    #expect(bench.type("row user:1").contains("Adele"))
  }

  @Test func `off is for the flusher: whatever else the listing repeats goes on`() throws {
    var bench = try Bench()
    bench.type("pattern write-behind ; flush off")
    try bench.tutor.stage.world.edit { (listing) throws(ListingError) in
      try listing.inserting("every 1s:", at: 18).inserting("cache.get(\"alive\")", at: 19)
    }
    bench.type("tick 2500ms")
    #expect(bench.tutor.stage.command[.miss] == 2)
    #expect(bench.tutor.stage.world.flushPeriod == nil)
  }

  @Test func `the learner stores rows as the flusher would`() throws {
    var bench = try Bench()
    bench.type("pattern write-behind ; flush off ; write user:1 Al ; write user:1 Bo")
    #expect(
      bench.type("store user:1=Al")
        == "stored 1 row; user:1: the database has Al, the cache Bo")
    #expect(bench.tutor.stage.world.dirtyWrites.isEmpty)
    #expect(bench.type("undo ; store user:1=Bo") == "stored 1 row; the cache says the same")
    #expect(bench.type("row user:1") == "Bo")
  }

  @Test func `why tells a promise from an old value`() throws {
    var bench = try Bench()
    bench.type("pattern write-behind ; flush off ; write user:1 Adele ; tick 200ms")
    let why = bench.type("why user:1")
    #expect(why.contains("the database says Ada: it is still to be told"))
    #expect(why.contains("Adele waits in the queue of cache A to be stored, for 200 ms now"))
  }

  @Test(arguments: [
    ("pattern cache-aside", 0), ("pattern write-behind", 5_000_000),
    ("pattern write-behind ; flush every 1s batch=10", 1_000_000),
    ("pattern write-behind ; flush off", Int64.max),
  ])
  func `what may be lost is the flusher's period`(line: String, window: Int64) throws {
    var bench = try Bench()
    bench.type(line)
    let subject = try Claim.Subject.parse("loss_window")
    let figure = GoalCatalog.figure(of: subject, over: .command, on: bench.tutor.stage)
    #expect(figure == .duration(window))
  }

  @Test func `lost promises have names and a number`() throws {
    var bench = try Bench()
    bench.type("pattern write-behind ; write user:2 x ; write user:1 y ; write user:2 z")
    let reply = bench.type("crash cache")
    #expect(reply.contains("node A is dead"))
    let stage = bench.tutor.stage
    for (word, figure) in [
      ("lost", ClaimFigure.number(2)), ("lost.writes", .number(3)),
      ("lost.keys", .text("user:2 user:1")), ("dirty", .number(0)),
    ] {
      let subject = try Claim.Subject.parse(word)
      #expect(GoalCatalog.figure(of: subject, over: .command, on: stage) == figure, "\(word)")
    }
  }
}
