import CacheEngine
import Simulation
import Testing

/// The figures that the lesson on write-behind teaches.
@Suite struct WriteBehindTests {
  static func scene(
    _ pattern: String = "write-behind", capacity: Int = 100, rows: [String: String] = [:],
    _ settings: (inout World) throws -> Void = { _ in }
  ) throws -> Scene {
    var scene = try Scene(capacity: capacity, rows: rows) { world in
      try world.setPattern(pattern)
      world.setDatabase(workers: 20, latency: 100_000)
      try settings(&world)
    }
    scene.begin()
    return scene
  }

  // MARK: a video goes viral

  @Test func `write-through: at 2.0 s 600 writes queue, the last is stored at 5.04 s`() throws {
    var scene = try Self.scene("write-through")
    scene.views(1_000)
    scene.tick(1_999)
    #expect(scene.world.database.queueLength == 600)
    scene.tick(10_000)
    #expect(scene.tally.answered == 1_000)
    #expect(scene.slowest == 3_041)
    #expect(scene.mean == 1_571)
    #expect(scene.tally.peakQueue >= 600)
    let last = scene.events.last { $0.kind == .stored }
    #expect(last?.tick.ticks(since: scene.world.epoch) == 5_038_000)
  }

  @Test func `a thousand writes to ten keys: 1 ms each, and one batch of ten rows`() throws {
    var scene = try Self.scene()
    scene.views(1_000)
    scene.tick(2_000)
    #expect(scene.tally.answered == 1_000)
    #expect(scene.slowest == 1)
    #expect(scene.world.dirtyWrites.map(\.writes) == Array(repeating: 100, count: 10))
    scene.tick(4_000)
    #expect(scene.tally.rowsStored == 10)
    let flush = scene.events.last { $0.kind == .flushed }
    #expect(flush?.tick.ticks(since: scene.world.epoch) == 5_100_000)
    #expect(flush?.number == 10)
    #expect(scene.row("views:10") == "1000")
  }

  @Test(arguments: [(5_000, 2.0), (1_000, 10), (500, 20), (100, 100)])
  func `rows a second are keys ÷ period`(milliseconds: Int, rows: Double) throws {
    var scene = try Self.scene { world in
      try world.setPatternOption("every", to: "\(milliseconds)ms")
    }
    scene.views(10_000)
    scene.tick(20_150)
    #expect(Double(scene.tally.rowsStored) / 20 == rows)
  }

  // MARK: the crash

  @Test func `a crash loses exactly what was not flushed, key by key`() throws {
    var scene = try Self.scene()
    for number in 1...8 { scene.write("cart:\(number)", "1") }
    scene.tick(5_292)
    #expect(scene.world.dirtyWrites.isEmpty)
    scene.write("cart:3", "7")
    scene.write("cart:5", "2")
    scene.write("cart:3", "8")
    scene.begin()
    scene.world.crash([0])
    scene.collect()
    #expect(scene.tally.lostKeys.map { scene.world.symbols.text(of: $0) } == ["cart:3", "cart:5"])
    #expect(scene.tally.lostWrites == 3)
    scene.world.revive([0])
    for number in 1...8 { scene.read("cart:\(number)") }
    #expect(scene.tally.failed == 0)
    #expect(scene.row("cart:3") == "1")
    #expect(scene.row("cart:5") == "1")
  }

  @Test func `a batch on its way still arrives`() throws {
    var scene = try Self.scene()
    scene.write("cart:1", "2")
    scene.tick(5_049)
    scene.world.crash([0])
    scene.tick(1_000)
    #expect(scene.tally[.lost] == 0)
    #expect(scene.row("cart:1") == "2")
    #expect(scene.world.nodes[0].queue.isEmpty)
  }

  @Test func `a batch on its way is lost when its queue and the database die`() throws {
    var scene = try Self.scene()
    scene.write("cart:1", "2")
    scene.tick(5_049)
    scene.world.crash([0])
    scene.world.takeDatabaseDown(for: nil)
    scene.tick(1_000)
    #expect(scene.tally.lostWrites == 1)
    #expect(scene.row("cart:1") == nil)
    #expect(scene.world.nodes[0].queue.isEmpty)
  }

  // MARK: a failed batch

  @Test func `a failed batch goes back, and the next flush stores it`() throws {
    var scene = try Self.scene { $0.takeDatabaseDown(for: 12_000_000) }
    scene.write("cart:1", "2")
    scene.write("cart:1", "3")
    scene.tick(5_500)
    #expect(scene.tally[.givenBack] == 1)
    #expect(scene.world.dirtyWrites.map(\.writes) == [2])
    // Nobody waits for the flusher: its error is nobody's.
    #expect(scene.tally.failed == 0)
    scene.tick(10_000)
    #expect(scene.row("cart:1") == "3")
    #expect(scene.world.nodes[0].queue.isEmpty)
    #expect(scene.tally.rowsStored == 1)
  }

  @Test func `a batch that the database drops goes back behind nobody's newer write`() throws {
    var scene = try Self.scene()
    scene.write("cart:1", "2")
    scene.write("cart:2", "5")
    scene.tick(5_039)
    scene.write("cart:1", "9")
    scene.world.takeDatabaseDown(for: 1_000_000)
    scene.tick(10)
    let queue = scene.world.dirtyWrites.map { scene.world.symbols.text(of: $0.value) }
    #expect(queue == ["5", "9"])
    #expect(scene.world.dirtyWrites.map(\.writes) == [1, 2])
    scene.tick(6_000)
    #expect(scene.row("cart:1") == "9")
    #expect(scene.row("cart:2") == "5")
  }

  @Test func `what a flusher took and never stored goes back when it ends`() throws {
    var scene = try Self.scene()
    try scene.world.setListing(
      """
      def write(key, value):
          queue.put(key, value)

      every 1s:
          batch = queue.take(100)
          batch = 1 / 0
      """, name: "careless")
    scene.begin()
    scene.write("cart:1", "2")
    scene.tick(2_500)
    #expect(scene.tally[.backgroundFailed] == 2)
    #expect(scene.world.dirtyWrites.count == 1)
    scene.world.checkInvariants()
  }

  // MARK: back-pressure

  @Test func `the 21st basket waits 28.1 s for room`() throws {
    var scene = try Self.scene { world in
      world.setQueueLimit(20)
      world.takeDatabaseDown(for: 30_000_000)
    }
    scene.world.start(
      LoopWorkload(keys: (1...30).map { scene.world.symbol("cart:\($0)") }, rounds: nil),
      TrafficOptions(rate: 10, limit: 30, writes: true))
    scene.tick(2_050)
    #expect(scene.tally.answered == 20)
    #expect(scene.slowest == 1)
    #expect(scene.tally[.writerWaits] == 1)
    // A key that is in the queue already needs no room.
    scene.write("cart:7", "again")
    #expect(scene.slowest == 1)
    scene.tick(40_000)
    #expect(scene.tally.answered == 31)
    #expect(scene.slowest == 28_100)
    #expect(scene.tally[.lost] == 0)
    scene.tick(10_000)
    #expect(scene.tally.rowsStored == 30)
  }

  @Test func `more room lets the writers go on, and so does a crash, which loses their writes`()
    throws
  {
    for isCrash in [false, true] {
      var scene = try Self.scene { $0.setQueueLimit(1) }
      scene.write("cart:1", "1")
      let group = scene.world.write(scene.world.symbol("cart:2"), value: scene.world.symbol("1"))
      scene.tick(100)
      #expect(!scene.world.isOver(group))
      if isCrash { scene.world.crash([0]) } else { scene.world.setQueueLimit(2) }
      scene.tick(1)
      #expect(scene.world.isOver(group))
      #expect(scene.tally.lostWrites == (isCrash ? 2 : 0))
    }
  }

  // MARK: the flusher

  @Test func `switching the flusher off leaves the listing's other clocks alone`() throws {
    var scene = try Self.scene()
    try scene.world.setListing(
      """
      def write(key, value):
          queue.put(key, value)

      def flush():
          batch = queue.take(100)
          if batch:
              db.store_all(batch)
              queue.done(batch)

      every 1s:
          flush()

      every 1s:
          cache.set("alive", now(), ttl=10s)
      """, name: "two clocks")
    scene.world.setFlusher(on: false)
    scene.begin()
    scene.write("cart:1", "2")
    scene.tick(2_500)
    #expect(scene.tally[.flushed] == 0)
    #expect(scene.value("alive") != nil)
    #expect(scene.world.flushPeriod == nil)
    scene.world.setFlusher(on: true)
    scene.tick(1_500)
    #expect(scene.tally[.flushed] == 1)
  }

  @Test func `a change of another line keeps the flusher's beat`() throws {
    var scene = try Self.scene()
    scene.write("cart:1", "2")
    scene.tick(3_000)
    try scene.world.setPatternOption("ttl", to: "30s")
    scene.tick(2_150)
    #expect(scene.row("cart:1") == "2")
  }

  // MARK: the basket that empties itself

  @Test(arguments: [(false, "1"), (true, "2")])
  func `an evicted promise is read from the queue, or not at all`(
    isRepaired: Bool, answer: String
  ) throws {
    let rows = ["cart:1": "1", "cart:2": "1", "cart:3": "1", "cart:4": "1", "cart:5": "1"]
    var scene = try Self.scene(capacity: 4, rows: rows)
    if isRepaired {
      try scene.world.edit { (listing) throws(ListingError) in
        try listing.replacing(line: 5, with: "value = queue.get(key) or db.load(key)")
      }
    }
    scene.write("cart:1", "2")
    scene.read("cart:2", "cart:3", "cart:4", "cart:5")
    #expect(scene.value("cart:1") == nil)
    scene.read("cart:1")
    #expect(scene.value("cart:1") == answer)
    scene.tick(5_000)
    #expect(scene.row("cart:1") == "2")
    #expect(scene.value("cart:1") == answer)
  }
}

extension Scene {
  /// Writes to views:1 … views:10 in turn, 500 a second.
  mutating func views(_ count: Int) {
    world.start(
      LoopWorkload(keys: (1...10).map { world.symbol("views:\($0)") }, rounds: nil),
      TrafficOptions(rate: 500, limit: count, writes: true))
  }
}
