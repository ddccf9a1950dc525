import CacheEngine
import Simulation
import Testing

@testable import Tutor

struct WhatIfTests {
  private func bench() throws -> Bench {
    var bench = try Bench(isEmpty: true)
    bench.type("capacity 4 ; rows a=1 b=2 c=3 d=4 e=5")
    bench.type("traffic keys a b b b c d a d e b")
    return bench
  }

  @Test(arguments: [
    (
      "policy=lfu",
      """
      request 9, a read of e, at 0.412 s; the 8 requests before meet the same
      as it was                with policy lfu
      a miss, b leaves, 102 ms  a miss, c leaves, 102 ms
      """
    ),
    (
      "capacity=5",
      """
      request 9, a read of e, at 0.412 s; the 8 requests before meet the same
      as it was                 with capacity 5
      a miss, b leaves, 102 ms  a miss, 102 ms
      """
    ),
    (
      "latency=50ms",
      """
      request 1, a read of a, at 0.000 s
      as it was       with latency 50ms
      a miss, 102 ms  a miss, 52 ms
      """
    ),
    ("policy=lru", "no divergence: with policy lru all 10 requests meet the same"),
    ("ttl=1h", "no divergence: with ttl 1h all 10 requests meet the same"),
  ])
  func `the part is run again with one rule changed`(rule: String, reply: String) throws {
    var bench = try bench()
    let lines = bench.type("whatif \(rule)").split(separator: "\n").map { line in
      line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    let wanted = reply.split(separator: "\n").map { line in
      line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    #expect(lines == wanted)
  }

  @Test func `without a change there is no divergence`() throws {
    var bench = try bench()
    #expect(
      bench.type("whatif")
        == "no divergence: with nothing changed all 10 requests meet the same")
  }

  @Test(arguments: ["policy=lfu", "capacity=1", "nodes=3", "guard=lock", "workers=1", "ttl=1s"])
  func `the world does not notice`(rule: String) throws {
    var bench = try bench()
    let (digest, moments) = (bench.digest, bench.tutor.timeline.moments)
    let step = bench.tutor.stage.step
    bench.type("whatif \(rule)")
    #expect(bench.digest == digest)
    #expect(bench.tutor.timeline.moments == moments)
    #expect(bench.tutor.stage.step == step)
    #expect(bench.tutor.stage.rivals.isEmpty)
  }

  @Test func `what it says is what happens`() throws {
    for seed in 1...6 {
      var random = SeededRandom(seed: UInt64(seed), stream: "whatif")
      let keys = (0..<20).map { _ in ["a", "b", "c", "d", "e"][random.below(5)] }
      func run(_ policy: String) throws -> [String] {
        var bench = try Bench(isEmpty: true)
        bench.type("policy \(policy) ; capacity 3 ; rows a=1 b=2 c=3 d=4 e=5")
        return keys.map { key in
          bench.type("read \(key)")
          let tally = bench.tutor.stage.command
          return "\(tally.hits) \(tally.victims.map { bench.tutor.stage.world.text($0) })"
        }
      }
      let (lru, lfu) = (try run("lru"), try run("lfu"))
      let first = zip(lru, lfu).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      var bench = try Bench(isEmpty: true)
      bench.type("policy lru ; capacity 3 ; rows a=1 b=2 c=3 d=4 e=5")
      for key in keys { bench.type("read \(key)") }
      let reply = bench.type("whatif policy=lfu")
      if let first {
        #expect(reply.hasPrefix("request \(first + 1), a read of \(keys[first])"), "seed \(seed)")
      } else {
        #expect(reply.hasPrefix("no divergence"), "seed \(seed)")
      }
    }
  }

  @Test func `time that passed by itself passes again`() throws {
    var bench = try Bench(isEmpty: true)
    bench.type("capacity 5 ; traffic start keys=20 rate=50/s")
    bench.tutor.pass(2_000_000)
    bench.type("traffic stop")
    #expect(bench.type("whatif").contains("meet the same"))
    #expect(bench.type("whatif policy=lfu").hasPrefix("request "))
  }

  @Test func `what is no rule is refused`() throws {
    var bench = try bench()
    #expect(bench.type("whatif read=a").contains("read is no rule of the system"))
    #expect(bench.type("whatif nodes=99").contains("nodes takes a whole number from 1 to 26"))
  }
}
