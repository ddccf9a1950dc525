import CacheEngine
import FuzzSupport
import Simulation
import Testing

struct WorldFuzzTests {
  /// Whatever is asked of it, in any order, the parts of a world never contradict each other.
  @Test(arguments: 1...12) func `any calls in any order leave a sound world`(seed: Int) throws {
    let calls = FuzzRounds.rounds(250)
    let first = try Fuzz.digest(seed: UInt64(seed), calls: calls)
    let second = try Fuzz.digest(seed: UInt64(seed), calls: calls)
    #expect(first == second)
  }

  @Test func `another seed is another history`() throws {
    #expect(try Fuzz.digest(seed: 1, calls: 60) != Fuzz.digest(seed: 2, calls: 60))
  }
}

/// Calls to a world, drawn by a seed.
private struct Fuzz {
  var world: World
  var random: SeededRandom

  /// Does so many calls and checks the world after each of them.
  static func digest(seed: UInt64, calls: Int) throws -> UInt64 {
    var fuzz = Fuzz(
      world: try Scene(seed: seed, rows: ["k1": "a", "k2": "b", "k3": "c"]).world,
      random: SeededRandom(seed: seed, stream: "fuzz"))
    for _ in 0..<calls {
      fuzz.call()
      fuzz.world.checkInvariants()
      fuzz.goOn()
      fuzz.world.checkInvariants()
    }
    return fuzz.world.digest
  }

  /// Refusals are as good as anything: they must change nothing that matters.
  private mutating func call() {
    switch random.below(6) {
    case 0, 1: send()
    case 2: try? configure()
    case 3: try? changeProgram()
    case 4: try? breakSomething()
    default: try? moveByHand()
    }
  }

  private mutating func goOn() {
    switch random.below(4) {
    case 0: world.run(until: world.now.advanced(by: Int64(random.below(2_000_000))))
    case 1: for _ in 0..<random.below(60) { activate() }
    case 2: world.run(until: world.now.advanced(by: Int64(random.below(30_000))))
    default: break
    }
    if world.events.count > 10_000 { world.forgetEvents() }
  }

  /// Whoever stands on a line where nobody stood has been seen coming.
  private mutating func activate() {
    let before = world.standing
    guard world.activate() else { return }
    for (index, count) in world.standing.enumerated() where count > 0 && before[index] == 0 {
      #expect(world.hasComeTo(line: index + 1), "line \(index + 1)")
    }
  }

  private mutating func key() -> Symbol { world.symbol("k\(random.below(9))") }

  private mutating func label() -> String { ["A", "B", "C", "D"][random.below(4)] }

  private mutating func send() {
    let key = key()
    switch random.below(8) {
    case 0, 1: world.read(key)
    case 2, 3: world.write(key, value: world.symbol("v\(random.below(99))"))
    case 4: world.herd(key, count: 1 + random.below(30))
    case 5:
      let keys = (0..<6).map { world.symbol("k\($0)") }
      world.start(
        UniformWorkload(keys: keys),
        TrafficOptions(
          rate: random.below(2) == 0 ? nil : 200, limit: 40, writes: random.below(2) == 0))
    case 6: world.stopTraffic()
    default: _ = world.evict(key)
    }
  }

  private mutating func configure() throws {
    switch random.below(9) {
    case 0: world.setCapacity(random.below(12))
    case 1: try world.setPolicy(["lru", "lfu", "fifo", "random", "noeviction"][random.below(5)])
    case 2: world.setServers(1 + random.below(4))
    case 3: world.setDatabase(workers: 1 + random.below(20), latency: nil)
    case 4: world.setDatabase(workers: nil, latency: Int64(random.below(300_000)))
    case 5:
      world.setClient(
        timeout: .some(random.below(2) == 0 ? nil : 50_000), retries: random.below(3),
        scope: random.below(2) == 0 ? .query : .read)
    case 6: world.setQueueLimit(1 + random.below(5))
    case 7: try world.setPlacement(scheme: random.below(2) == 0 ? "ring" : "modulo", vnodes: 7)
    default: world.putRow(key(), value: world.symbol("row"))
    }
  }

  private mutating func changeProgram() throws {
    switch random.below(6) {
    case 0, 1:
      let names = world.patterns.families
      try world.setPattern(names[random.below(names.count)])
    case 2:
      let guards = world.patterns.guards(of: world.pattern.family)
      try world.setGuard(guards.isEmpty ? nil : guards[random.below(guards.count)])
    case 3: try world.setListing("def read(key):\n    return 1 / 0", name: "broken")
    case 4: world.setFlusher(on: random.below(2) == 0)
    default: _ = world.flushNow()
    }
  }

  private mutating func breakSomething() throws {
    let label = label()
    let index = world.nodes.firstIndex { $0.label == label } ?? 0
    switch random.below(10) {
    case 0: try world.addNode(label, weight: 1 + random.below(3))
    case 1: try world.removeNode(label)
    case 2: try world.killNode(label)
    case 3: try world.reviveNode(label)
    case 4: world.crash([index])
    case 5: world.cut([index], for: random.below(2) == 0 ? nil : 400_000)
    case 6: world.revive(Array(world.nodes.indices))
    case 7: world.takeDatabaseDown(for: random.below(2) == 0 ? nil : 300_000)
    case 8: world.restoreDatabase()
    default: _ = world.killHolder()
    }
  }

  private mutating func moveByHand() throws {
    let held = world.handHeld
    switch random.below(4) {
    case 0: _ = try world.beginByHand(.read, key: key(), value: .none)
    case 1: _ = try world.beginByHand(.write, key: key(), value: world.symbol("hand"))
    case 2 where !held.isEmpty: try world.stepByHand(held[random.below(held.count)])
    case 3 where !held.isEmpty: try world.finishByHand(held[random.below(held.count)])
    default: break
    }
  }
}
