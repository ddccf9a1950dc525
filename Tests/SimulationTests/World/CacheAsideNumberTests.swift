import CacheEngine
import Simulation
import Testing

/// The figures that the lesson on cache-aside teaches.
@Suite struct CacheAsideNumberTests {
  static let names = [
    "user:1": "Ada", "user:2": "Bea", "user:3": "Cem", "user:4": "Dan", "user:5": "Eva",
    "user:6": "Fay", "user:7": "Gus", "user:8": "Hal", "user:9": "Ida",
  ]

  @Test func `ten requests: four hits, six misses, 616 ms`() throws {
    var scene = try Scene(rows: Self.names)
    let keys = "user:1 user:2 user:3 user:1 user:4 user:1 user:5 user:6 user:2 user:1"
      .split(separator: " ").map { scene.world.symbol(String($0)) }
    scene.run(scene.world.start(KeysWorkload(keys: keys), TrafficOptions()))
    #expect(scene.tally.hits == 4)
    #expect(scene.tally.misses == 6)
    #expect(scene.world.clock == 616_000)
    let next = scene.world.nodes[0].cache.nextVictim(now: scene.world.now)
    #expect(next.map { scene.world.symbols.text(of: $0.key) } == "user:3")
  }

  @Test func `a miss costs 102 ms, a hit 1 ms`() throws {
    var scene = try Scene(rows: Self.names)
    scene.read("user:7", "user:7")
    #expect(scene.tally.latencies.each == [1_000, 102_000])
  }

  @Test func `a write takes 101 ms and leaves nothing in the cache`() throws {
    var scene = try Scene(rows: Self.names)
    scene.read("user:1")
    scene.begin()
    scene.write("user:1", "Adele")
    #expect(scene.tally.latencies.each == [101_000])
    #expect(scene.value("user:1") == nil)
    #expect(scene.row("user:1") == "Adele")
    scene.read("user:1")
    #expect(scene.value("user:1") == "Adele")
  }

  @Test func `a crashed cache answers as a miss after 1 ms, a cut one after 50 ms`() throws {
    var scene = try Scene(rows: Self.names)
    scene.read("user:1")
    scene.begin()
    scene.world.crash([0])
    scene.read("user:1")
    #expect(scene.tally.latencies.each == [102_000])
    scene.world.revive([0])
    scene.world.cut([0], for: nil)
    scene.read("user:1")
    #expect(scene.tally.latencies.each == [102_000, 200_000])
  }

  @Test func `after a crash six reads miss, then six hit`() throws {
    var scene = try Scene(rows: Self.names)
    let keys = (1...6).map { "user:\($0)" }
    for key in keys { scene.read(key) }
    scene.world.crash([0])
    scene.begin()
    for key in keys { scene.read(key) }
    #expect(scene.tally.latencies.each == Array(repeating: 102_000, count: 6))
    #expect(scene.tally.failed == 0)
    scene.world.revive([0])
    for key in keys + keys { scene.read(key) }
    #expect(scene.tally.hits == 6)
  }

  @Test func `a cut node never hears of the delete and serves the old value`() throws {
    var scene = try Scene(rows: Self.names)
    scene.read("user:2")
    scene.world.cut([0], for: 5_000_000)
    scene.write("user:2", "Bo")
    scene.tick(5_000)
    scene.begin()
    scene.read("user:2")
    #expect(scene.tally.hits == 1)
    #expect(scene.value("user:2") == "Bea")
    #expect(scene.events.contains { $0.kind == .hit && $0.reason == .behindRow })
  }

  @Test func `a row that does not exist is never cached`() throws {
    var scene = try Scene()
    for _ in 0..<10 { scene.read("user:404") }
    #expect(scene.tally.loads == 10)
    #expect(scene.tally.hits == 0)
  }

  /// Every order in which two writers of two lines each can be interleaved.
  static let orders = ["AABB", "ABAB", "ABBA", "BAAB", "BABA", "BBAA"]

  @Test(arguments: [("cache.set(key, value, ttl=60s)", 2), ("cache.delete(key)", 0)])
  func `of six orders of two writers, so many leave a stale entry`(
    line: String, wrong: Int
  ) throws {
    var count = 0
    for order in Self.orders {
      var scene = try Scene(rows: Self.names)
      try scene.world.edit { listing throws(ListingError) in
        try listing.replacing(line: 11, with: line)
      }
      scene.read("user:2")
      let user = scene.world.symbol("user:2")
      _ = try scene.world.beginByHand(.write, key: user, value: scene.world.symbol("Bo"))
      _ = try scene.world.beginByHand(.write, key: user, value: scene.world.symbol("Cy"))
      for letter in order {
        let hand = letter == "A" ? 0 : 1
        try scene.world.stepByHand(hand)
        while scene.world.isMovingByHand(hand), scene.world.activate() {}
      }
      #expect(scene.world.inFlight == 0, "\(order)")
      if let cached = scene.value("user:2"), cached != scene.row("user:2") { count += 1 }
    }
    #expect(count == wrong)
  }
}
