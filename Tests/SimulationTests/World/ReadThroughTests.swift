import CacheEngine
import Simulation
import Testing

/// What read-through costs, and what it cannot do.
@Suite struct ReadThroughTests {
  static func scene(_ settings: (inout World) throws -> Void = { _ in }) throws -> Scene {
    var scene = try Scene(rows: ["user:1": "Ada", "user:2": "Bea"]) { world in
      try world.setPattern("read-through")
      try settings(&world)
    }
    scene.begin()
    return scene
  }

  @Test func `a hit costs 1 ms, a miss 101, and the row stays for its time`() throws {
    var scene = try Self.scene()
    scene.read("user:1")
    #expect(scene.slowest == 101)
    #expect(scene.value("user:1") == "Ada")
    scene.begin()
    scene.read("user:1")
    #expect(scene.slowest == 1)
    #expect(scene.tally.hits == 1)
    scene.tick(60_000)
    scene.begin()
    scene.read("user:1")
    #expect(scene.tally.loads == 1)
    #expect(scene.tally.metExpired == 1)
  }

  @Test func `the same traffic costs the same loads as cache-aside`() throws {
    var loads: [Int] = []
    for pattern in ["cache-aside", "read-through"] {
      var scene = try Self.scene { try $0.setPattern(pattern) }
      let keys = (1...20).map { scene.world.symbol("user:\($0)") }
      for key in keys { scene.world.putRow(key, value: key) }
      scene.run(
        scene.world.start(ZipfWorkload(keys: keys, exponent: 1), TrafficOptions(limit: 300)))
      loads.append(scene.tally.loads)
    }
    #expect(loads[0] == loads[1])
  }

  @Test func `a dead cache leaves nobody to ask`() throws {
    var scene = try Self.scene()
    scene.world.crash([0])
    scene.read("user:1")
    #expect(scene.tally.failed == 1)
    #expect(scene.tally.loads == 0)
    #expect(scene.events.last { $0.kind == .failed }?.reason == .unreachable)
  }

  @Test func `a row that does not exist is asked for every time`() throws {
    var scene = try Self.scene()
    scene.read("user:9", "user:9")
    #expect(scene.tally.loads == 2)
    #expect(scene.tally.answered == 2)
  }

  @Test func `whoever hangs up does not stop the loader`() throws {
    var scene = try Self.scene { $0.setClient(timeout: .some(50_000), retries: 0, scope: .query) }
    scene.read("user:1")
    #expect(scene.tally.failed == 1)
    scene.tick(100)
    #expect(scene.value("user:1") == "Ada")
    scene.world.checkInvariants()
  }

  @Test func `a cache that dies while it loads answers nobody and keeps nothing`() throws {
    var scene = try Self.scene()
    scene.world.read(scene.world.symbol("user:1"))
    scene.tick(50)
    scene.world.crash([0])
    scene.tick(100)
    #expect(scene.tally.failed == 1)
    scene.world.revive([0])
    #expect(scene.value("user:1") == nil)
  }
}
