import CacheEngine
import Simulation
import Testing

/// Each wrong world is wrong in its own way: the figure that the rule gives, and what it becomes.
@Suite struct DefectTests {
  /// A herd of 200 for a page that has just expired.
  private func herd(
    guard kind: String?, _ defect: Defect?, timeout: Int64? = nil, retries: Int = 0
  ) throws -> Scene {
    var scene = try HerdNumberTests.expired(timeout: timeout, retries: retries, defect: defect) {
      try $0.setGuard(kind)
    }
    scene.herd("page:home", 200)
    return scene
  }

  @Test(
    arguments: [
      (nil, 4), (Defect.noCoalescing, 200), (.flightForAll, 1),
    ] as [(Defect?, Int)])
  func `flights are shared by nobody, or by everybody`(defect: Defect?, loads: Int) throws {
    #expect(try herd(guard: "coalesce", defect).tally.loads == loads)
  }

  @Test(arguments: [(nil, 1_002), (Defect.endlessWorkers, 102)] as [(Defect?, Int64)])
  func `a database with endless workers lets nobody wait`(defect: Defect?, slowest: Int64) throws {
    #expect(try herd(guard: nil, defect).slowest == slowest)
  }

  @Test(arguments: [(nil, 120), (Defect.abandonedQueryLeaves, 0)] as [(Defect?, Int)])
  func `retries help where queries that nobody waits for leave`(
    defect: Defect?, failed: Int
  ) throws {
    let scene = try herd(guard: nil, defect, timeout: 450_000, retries: 3)
    #expect(scene.tally.failed == failed)
    scene.world.checkInvariants()
  }

  @Test(
    arguments: [
      (nil, 0, 200), (Defect.neverStale, 0, 0), (.endlessWindow, 0, 200), (nil, 60_000, 0),
      (.endlessWindow, 60_000, 200),
    ] as [(Defect?, Int64, Int)])
  func `the window is never open, or never shut`(
    defect: Defect?, late: Int64, stale: Int
  ) throws {
    var scene = try HerdNumberTests.expired(defect: defect) { try $0.setGuard("stale") }
    scene.tick(late)
    scene.herd("page:home", 200)
    #expect(scene.tally[.staleServed] == stale)
  }

  @Test func `dice that are loaded reload at once, or never`() throws {
    var loads: [Int] = []
    for defect in [Defect.neverEarly, .alwaysEarly] {
      var scene = try Scene(rows: ["a": "1"], defect: defect) { try $0.setGuard("early") }
      scene.read("a")
      for _ in 0..<9 { scene.read("a") }
      scene.tick(58_000)
      for _ in 0..<9 { scene.read("a") }
      loads.append(scene.tally.loads)
    }
    #expect(loads == [1, 2])
  }

  @Test func `a lock without an end outlives its owner`() throws {
    for (defect, answered) in [(nil, 199), (Defect.lockNeverEnds, 0)] as [(Defect?, Int)] {
      var scene = try HerdNumberTests.expired(defect: defect) { try $0.setGuard("lock") }
      _ = scene.world.herd(scene.world.symbol("page:home"), count: 200)
      scene.tick(50)
      #expect(scene.world.killHolder() != nil)
      scene.tick(15_000)
      #expect(scene.tally.answered == answered)
    }
  }

  @Test func `without a look at the token a late owner gives back somebody else's lock`() throws {
    for (defect, released) in [(nil, 0), (Defect.releaseAnyLock, 1)] as [(Defect?, Int)] {
      var scene = try HerdNumberTests.expired(defect: defect) {
        try $0.setGuard("lock", options: [("ttl", "80ms"), ("wait", "30ms")])
      }
      _ = scene.world.herd(scene.world.symbol("page:home"), count: 2)
      scene.tick(104)
      #expect(scene.tally[.lockReleased] == released)
    }
  }

  @Test(arguments: [(nil, 4), (Defect.capacityOneShort, 3)] as [(Defect?, Int)])
  func `a cache is one place short`(defect: Defect?, count: Int) throws {
    var scene = try Scene(
      capacity: 4, rows: ["a": "1", "b": "2", "c": "3", "d": "4"], defect: defect)
    for key in ["a", "b", "c", "d"] { scene.read(key) }
    #expect(scene.world.nodes[0].cache.count == count)
  }

  @Test(arguments: [
    (Defect.ringForModulo, "modulo", "ring"), (.nearestForRing, "ring", "nearest"),
    (.moduloForRing, "ring", "modulo"),
  ])
  func `another rule places the keys, under the same name`(
    defect: Defect, scheme: String, other: String
  ) throws {
    func owners(_ scheme: String, _ defect: Defect?) throws -> [Int?] {
      var scene = try Scene(defect: defect) {
        for label in ["B", "C", "D"] { try $0.addNode(label) }
        try $0.setPlacement(scheme: scheme, vnodes: 1)
      }
      return (0..<50).map { scene.world.owner(of: scene.world.symbol("city:\($0)")) }
    }
    #expect(try owners(scheme, defect) == owners(other, nil))
    #expect(try owners(scheme, defect) != owners(scheme, nil))
  }

  @Test func `weights are not looked at`() throws {
    var counts: [Int] = []
    for weight in [1, 4] {
      let scene = try Scene(defect: .noWeights) { try $0.addNode("B", weight: weight) }
      counts.append(scene.world.placement.points.count)
    }
    #expect(counts[0] == counts[1])
  }
}
