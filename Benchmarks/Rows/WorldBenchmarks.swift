import CacheEngine
import Simulation

/// What a world costs: an event, and a herd from its first request to its last answer.
enum WorldBenchmarks {
  static var all: [Benchmark] {
    [1_000, 100_000, 1_000_000].map(traffic) + [herd]
  }

  /// A large world is dearer only for what the machine's own caches cannot hold.
  static let ratios = [
    Ratio(
      name: "world: an event at 1000000 keys, at 1000 keys", dividend: name(keys: 1_000_000),
      divisor: name(keys: 1_000), budget: 2.5)
  ]

  private static func name(keys: Int) -> String { "world: cache-aside, Zipf, \(keys) keys" }

  private static func traffic(keys: Int) -> Benchmark {
    // A million events a second.
    Benchmark(name(keys: keys), unit: "event", budget: 1_000) {
      let requests = 200_000
      let start = world(keys: keys)
      var warm = start.world
      run(&warm, start.keys, requests)
      let events = run(&warm, start.keys, requests)
      let prepared = start.world
      return Benchmark.Work(operations: events) {
        var world = prepared
        return run(&world, start.keys, requests)
      }
    }
  }

  private static var herd: Benchmark {
    Benchmark("world: a herd of 10 000 clients", unit: "herd") {
      let start = world(keys: 1)
      return Benchmark.Work(operations: 1) {
        var world = start.world
        let group = world.herd(start.keys[0], count: 10_000)
        while !world.isOver(group), world.activate() {}
        return world.events.count
      }
    }
  }

  @discardableResult
  private static func run(_ world: inout World, _ keys: [Symbol], _ requests: Int) -> Int {
    let group = world.start(ZipfWorkload(keys: keys), TrafficOptions(limit: requests))
    var events = 0
    while !world.isOver(group), world.activate() {
      if world.events.count > 4_096 {
        events += world.events.count
        world.forgetEvents()
      }
    }
    return events + world.events.count
  }

  private static func world(keys count: Int) -> (world: World, keys: [Symbol]) {
    guard var world = try? World(patterns: CheckedOut.patterns, seed: 7) else {
      fatalError("run the benchmarks in the checkout: they need lessons/patterns")
    }
    world.setCapacity(max(1, count / 10))
    let keys = (1...count).map { world.symbol("key:\($0)") }
    let value = world.symbol("value")
    for key in keys { world.putRow(key, value: value) }
    world.forgetEvents()
    return (world, keys)
  }
}
