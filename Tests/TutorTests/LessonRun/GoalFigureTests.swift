import Testing
import Tutor

@Suite struct GoalFigureTests {
  @Test func `every word of claims has one row, in the same order`() {
    let words = ClaimWord.all.map { "\($0.name)/\($0.parameters.count)" }
    let rows = GoalCatalog.all.map { "\($0.name)/\($0.arguments)" }
    #expect(words == rows)
  }

  static let scene =
    "capacity 3 ; rows a=1 b=2 c=3 d=4 ; read a ; read a ; read b ; read c ; read d ; read b"

  @Test(arguments: [
    ("hits == 2", true), ("misses == 4", true), ("hit_ratio == 0.333", true),
    ("hit_ratio >= 34 %", false), ("answered == 6", true), ("failed == 0", true),
    ("slowest == 102ms", true), ("p50 == 102ms", true), ("p99 <= 102ms", true),
    ("mean < 102ms", true), ("db.loads == 4", true), ("db.stores == 0", true),
    ("db.workers == 20", true), ("db.latency == 100ms", true), ("db.peak_queue == 0", true),
    ("row(a) == 1", true), ("row(z) == 1", false), ("cached(b)", true), ("cached(a)", false),
    ("not cached(a)", true), ("not cached(nobody)", true), ("cached(nobody)", false),
    ("value(b) == 2", true), ("value(b) == row(b)", true), ("value(a) == row(a)", false),
    ("value(nobody) != 2", false), ("stale(b)", false), ("not stale(b)", true),
    ("not stale(*)", true), ("expired(b)", false), ("ttl(b) <= 60s", true),
    ("ttl(b) > 58s", true), ("ttl(a) > 0s", false), ("evicted == 1", true),
    ("opt.hits == 2", true), ("opt.hits == 1 over command", false), ("ghost(a)", false),
    ("evicted(a) == 1", true), ("evicted(nobody) >= 1", false), ("victims == a", true),
    ("count == 3", true), ("dirty == 0", true), ("queue == 0", true), ("lost == 0", true),
    ("loss_window == 0s", true), ("owner(a) == A", true), ("owner(nobody) == A", true),
    ("moved == 0", true), ("moved(a)", false), ("share(A) == 1", true), ("share(Z) == 1", false),
    ("share.max <= 100 %", true), ("nodes == 1", true), ("vnodes == 150", true),
    ("placement == ring", true), ("pattern == cache-aside", true), ("guard == none", true),
    ("policy == lru", true), ("capacity == 3", true), ("servers == 1", true),
    ("timeout <= 1s", false), ("retries == 0", true), ("reply == 2", true),
    ("standing(1) == 0", true), ("standing(99) == 0", false), ("met_expired == 0", true),
    ("db.rows == 0", true), ("db.wasted == 0", true), ("db.rows_per_second <= 1", true),
    ("hits == 1 over command", true), ("hits == 2 over lesson", true),
    ("left.hits == 2", false), ("right.hits == 2", false),
  ])
  func `a word says what a scene of six reads has come to`(_ row: (claim: String, holds: Bool))
    throws
  {
    var room = try Classroom()
    try room.type(GoalFigureTests.scene)
    #expect(try room.holds(row.claim) == row.holds, "\(row.claim)")
  }

  @Test func `a key whose time is over has expired until somebody brings it back`() throws {
    var room = try Classroom()
    try room.type("rows a=1 ; read a ; until expiry")
    #expect(try room.holds("expired(a)"))
    #expect(try room.holds("not cached(a)"))
    try room.type("read a")
    #expect(try room.holds("not expired(a)"))
    #expect(try room.holds("met_expired == 1 over command"))
  }

  @Test func `an entry without an end lives for ever`() throws {
    var room = try Classroom()
    try room.type("SET a 1")
    #expect(try room.holds("ttl(a) > 60s"))
    #expect(try room.distance("ttl(a) <= 60s") == "now for ever")
  }

  @Test func `stale says nothing while requests run`() throws {
    var room = try Classroom()
    try room.type("rows a=1 ; read a ; begin write a 2 ; step A")
    #expect(try !room.holds("stale(a)"))
    #expect(try !room.holds("not stale(a)"))
    #expect(try room.distance("stale(a)") == "requests are still running")
  }

  @Test func `promises wait in the queue, and a crash loses exactly those`() throws {
    var room = try Classroom()
    try room.type("pattern write-behind ; write a 1 ; write b 2 ; write a 3")
    #expect(try room.holds("dirty == 2"))
    #expect(try room.holds("dirty(a)"))
    #expect(try room.holds("queue == 2"))
    #expect(try room.holds("loss_window == 5s"))
    try room.type("crash cache")
    #expect(try room.holds("lost == 2"))
    #expect(try room.holds("dirty == 0"))
  }

  @Test func `a node that joins takes its share, and only movers have moved`() throws {
    var room = try Classroom()
    try room.type("rows city:1..100 ; node add B")
    #expect(try room.holds("nodes == 2"))
    #expect(try room.holds("share.max < 1"))
    #expect(try room.holds("moved > 0"))
    #expect(try room.holds("moved(city:*)"))
    #expect(try room.holds("not moved(other)"))
  }
}
