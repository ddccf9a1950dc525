import CacheEngine
import Simulation
import Testing

/// The figures that the lessons on the thundering herd and its lock teach.
@Suite struct HerdNumberTests {
  /// page:home has been read once and has just expired.
  static func expired(
    timeout: Int64? = nil, retries: Int = 0, scope: Rules.RetryScope = .query, workers: Int = 20,
    defect: Defect? = nil, _ settings: (inout World) throws -> Void = { _ in }
  ) throws -> Scene {
    var scene = try Scene(rows: ["page:home": "Welcome"], defect: defect) { world in
      world.setServers(4)
      world.setDatabase(workers: workers, latency: 100_000)
    }
    scene.read("page:home")
    scene.world.setClient(timeout: .some(timeout), retries: retries, scope: scope)
    try settings(&scene.world)
    scene.begin()
    scene.tick(60_000)
    #expect(scene.tally[.expired] == 1)
    scene.collect()
    scene.tally = Tally()
    return scene
  }

  @Test func `200 at once: 200 loads, the last answer after 1 002 ms, mean 552`() throws {
    var scene = try Self.expired()
    scene.herd("page:home", 200)
    #expect(scene.tally.loads == 200)
    #expect(scene.tally.answered == 200)
    #expect(scene.tally.metExpired == 200)
    #expect(scene.slowest == 1_002)
    #expect(scene.mean == 552)
    #expect(scene.tally.peakQueue == 180)
  }

  @Test func `at 60.102 twenty are answered and 180 still stand on line 5`() throws {
    var scene = try Self.expired()
    scene.world.herd(scene.world.symbol("page:home"), count: 200)
    scene.tick(102)
    #expect(scene.world.clock == 60_102_000)
    #expect(scene.tally.answered == 20)
    #expect(scene.world.standing[4] == 180)
    #expect(scene.world.database.queueLength == 160)
    #expect(scene.value("page:home") == "Welcome")
  }

  @Test(arguments: [
    (450, 0, Rules.RetryScope.query, 120, 200), (450, 3, .query, 120, 560),
    (450, 3, .read, 0, 200), (90, 3, .query, 200, 800), (450, 10, .query, 120, 1_400),
  ])
  func `time-outs and retries: so many fail, so many loads`(
    timeout: Int64, retries: Int, scope: Rules.RetryScope, failed: Int, loads: Int
  ) throws {
    var scene = try Self.expired(timeout: timeout * 1_000, retries: retries, scope: scope)
    scene.herd("page:home", 200)
    #expect(scene.tally.failed == failed)
    #expect(scene.tally.answered == 200 - failed)
    scene.tick(20_000)
    #expect(scene.tally.loads == loads)
    if scope == .read { #expect(scene.slowest == 452) }
    if retries == 3, timeout == 450, scope == .query { #expect(scene.tally.wasted == 460) }
  }

  @Test func `200 workers answer all in 102 ms with 200 loads`() throws {
    var scene = try Self.expired(timeout: 450_000, workers: 200)
    scene.herd("page:home", 200)
    #expect(scene.slowest == 102)
    #expect(scene.tally.loads == 200)
  }

  @Test func `the lock: one load, everybody answered by 105 ms`() throws {
    var scene = try Self.expired { try $0.setGuard("lock") }
    scene.herd("page:home", 200)
    #expect(scene.tally.loads == 1)
    #expect(scene.tally.answered == 200)
    #expect(scene.tally.metExpired == 200)
    #expect(scene.slowest == 105)
    #expect(scene.mean == 105)
  }

  @Test func `at 60.002 one stands on line 9 and 199 on line 14`() throws {
    var scene = try Self.expired { try $0.setGuard("lock") }
    scene.world.herd(scene.world.symbol("page:home"), count: 200)
    scene.tick(2)
    #expect(scene.world.standing[8] == 1)
    #expect(scene.world.standing[13] == 199)
  }

  @Test(arguments: [(4, 4), (1, 1)])
  func `coalescing: one load an application server`(servers: Int, loads: Int) throws {
    var scene = try Self.expired {
      try $0.setGuard("coalesce")
      $0.setServers(servers)
    }
    scene.herd("page:home", 200)
    #expect(scene.tally.loads == loads)
    #expect(scene.tally.answered == 200)
  }

  @Test func `stale-while-revalidate: one load and everybody within 1 ms`() throws {
    var scene = try Self.expired { try $0.setGuard("stale") }
    scene.herd("page:home", 200)
    #expect(scene.tally.answered == 200)
    #expect(scene.slowest == 1)
    scene.tick(200)
    #expect(scene.tally.loads == 1)
  }

  @Test(arguments: [("2s", 2_133), ("10s", 10_141)])
  func `the winner dies: the others wait for the lock's time to live`(
    ttl: String, slowest: Int64
  ) throws {
    var scene = try Self.expired { try $0.setGuard("lock", options: [("ttl", ttl)]) }
    let group = scene.world.herd(scene.world.symbol("page:home"), count: 200)
    while scene.world.standing[8] == 0, scene.world.activate() {}
    #expect(scene.world.killHolder() != nil)
    scene.run(group)
    #expect(scene.tally.loads == 2)
    #expect(scene.tally.answered == 199)
    #expect(scene.slowest == slowest)
  }

  @Test func `a lock that runs out while its owner works: 3 loads, 920 ms`() throws {
    var scene = try Self.expired {
      try $0.setGuard("lock", options: [("ttl", "200ms")])
      $0.setDatabase(latency: 500_000)
    }
    scene.herd("page:home", 200)
    #expect(scene.tally.loads == 3)
    #expect(scene.slowest == 920)
  }

  @Test(arguments: [
    ("sleep(50ms)", 100_000, 200, 1_053), ("sleep(100ms)", 100_000, 1, 104),
    ("sleep(100ms)", 101_000, 200, 1_113), ("sleep(150ms)", 100_000, 1, 153),
    ("sleep(150ms)", 200_000, 200, 2_153),
  ])
  func `a loser that sleeps once: so many loads, the slowest so late`(
    sleep: String, work: Int64, loads: Int, slowest: Int64
  ) throws {
    let listing = """
      def read(key):
          value = cache.get(key)
          if value is not None:
              return value
          mine = token()
          if cache.set_nx("lock:" + key, mine, ttl=2s):
              value = db.load(key)
              cache.set(key, value, ttl=60s)
              cache.delete_if("lock:" + key, mine)
              return value
          \(sleep)
          value = cache.get(key)
          if value is not None:
              return value
          return db.load(key)
      """
    var scene = try Self.expired {
      try $0.setListing(listing, name: "lock-once")
      $0.setDatabase(latency: work)
    }
    scene.herd("page:home", 200)
    #expect(scene.tally.loads == loads)
    #expect(scene.tally.answered == 200)
    #expect((scene.slowest ?? 0) == slowest, "mean \(scene.mean ?? 0)")
  }
}
