import CacheEngine
import Simulation
import Testing

/// The figures that the lessons on coalescing, stale values and early refresh teach.
@Suite struct GuardNumberTests {
  @Test(arguments: [(1, 1, 102), (4, 4, 102), (40, 40, 202)])
  func `single-flight makes one load a server`(servers: Int, loads: Int, slowest: Int64) throws {
    var scene = try HerdNumberTests.expired {
      $0.setServers(servers)
      try $0.setGuard("coalesce")
    }
    scene.herd("page:home", 200)
    #expect(scene.tally.loads == loads)
    #expect(scene.tally.answered == 200)
    #expect(scene.slowest == slowest)
  }

  @Test func `whoever waits for a flight shares its error`() throws {
    var scene = try HerdNumberTests.expired(timeout: 150_000, workers: 2) {
      try $0.setGuard("coalesce")
    }
    scene.herd("page:home", 200)
    #expect(scene.tally.failed == 100)
    #expect(scene.tally.answered == 100)
    #expect(scene.tally.loads == 4)
  }

  @Test(arguments: [(0, 1, 200), (9_998, 1, 200), (10_000, 1_002, 0)])
  func `a value is served stale until its window is over`(
    late: Int64, slowest: Int64, stale: Int
  ) throws {
    var scene = try HerdNumberTests.expired { try $0.setGuard("stale") }
    scene.tick(late)
    scene.herd("page:home", 200)
    #expect(scene.tally[.staleServed] == stale)
    #expect(scene.slowest == slowest)
    scene.tick(200)
    #expect(scene.tally.loads == (stale == 200 ? 1 : 200))
    #expect(scene.value("page:home") == "Welcome")
  }

  @Test func `a refresh that fails behind an answer is nobody's error`() throws {
    var scene = try HerdNumberTests.expired { try $0.setGuard("stale") }
    scene.world.takeDatabaseDown(for: 5_000_000)
    scene.herd("page:home", 200)
    scene.tick(100)
    #expect(scene.tally[.queryFailed] == 1)
    #expect(scene.tally.failed == 0)
    scene.tick(5_000)
    scene.read("page:home")
    scene.tick(200)
    #expect(scene.tally.loads == 1)
  }

  /// Ten lives of two seconds, 1 000 readers a second: e^(1/β) loads a life, on average.
  @Test(arguments: [("0.5", 50...100), ("1", 18...36), ("2", 12...50), ("10", 1_000...4_000)])
  func `dice before the end: loads in ten lives`(beta: String, loads: ClosedRange<Int>) throws {
    var scene = try Scene(rows: ["page:home": "Welcome"]) { world in
      try world.setPatternOption("ttl", to: "2s")
      try world.setGuard("early", options: [("beta", beta)])
    }
    scene.read("page:home")
    scene.begin()
    let key = scene.world.symbol("page:home")
    let group = scene.world.start(
      LoopWorkload(keys: [key], rounds: 20_000), TrafficOptions(rate: 1_000))
    scene.run(group)
    #expect(loads.contains(scene.tally.loads), "\(scene.tally.loads)")
    #expect(scene.tally.misses == 0)
  }

  @Test func `dice do nothing for a herd that comes after the end`() throws {
    var scene = try HerdNumberTests.expired { try $0.setGuard("early") }
    scene.herd("page:home", 200)
    #expect(scene.tally.loads == 200)
  }
}
