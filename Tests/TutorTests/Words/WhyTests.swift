import CacheEngine
import Simulation
import Testing

@testable import Tutor

struct WhyTests {
  private func bench(_ lines: String...) throws -> Bench {
    var bench = try Bench(isEmpty: true)
    for line in lines {
      let (_, error) = bench.tutor.execute(line)
      #expect(error == nil, "\(line): \(String(describing: error))")
    }
    return bench
  }

  @Test func `a key that was evicted would have stayed with more room`() throws {
    var small = try Bench(isEmpty: true)
    small.type("capacity 2")
    small.tutor.timeline.restart(with: small.tutor.stage)
    small.type("rows a=1 b=2 c=3")
    for key in ["a", "b", "c", "a"] { small.type("read \(key)") }
    #expect(
      small.type("why a") == """
        a is in cache A: 1, for 60 s more
        at 0.408 s: a is in cache A for 60 s
        the last look, at 0.307 s, was a miss: it had been evicted
        it would have been a hit with capacity 3
        it would have been a hit under noeviction
        """)
    // What it says is run, and holds.
    var roomy = try Bench(isEmpty: true)
    roomy.type("capacity 3 ; rows a=1 b=2 c=3 ; read a ; read b ; read c ; read a")
    #expect(roomy.tutor.stage.command.hits == 1)
  }

  @Test func `a key that expired would have lived with a longer ttl`() throws {
    var bench = try bench("rows a=1", "read a", "tick 70s", "read a")
    #expect(
      bench.type("why a") == """
        a is in cache A: 1, for 60 s more
        at 70.204 s: a is in cache A for 60 s
        the last look, at 70.103 s, was a miss: its time was over
        it would have been a hit with a ttl of 71 s
        """)
  }

  @Test func `a key that nobody asked for, and one without a row`() throws {
    var bench = try bench("rows a=1")
    #expect(
      bench.type("why a") == """
        a is in no cache
        nobody has put it into a cache since the step began
        """)
    #expect(
      bench.type("why ghost") == """
        ghost is in no cache
        the database has no row ghost, so it is never filled
        nobody has put it into a cache since the step began
        """)
  }

  @Test func `a stale entry is told as such`() throws {
    var bench = try bench("rows a=1", "read a", "rows a=2")
    #expect(bench.type("why a").contains("the database says 2: the cache is behind"))
  }

  @Test func `modulo and ring say why a key lives where it lives`() throws {
    var bench = try bench("placement modulo", "node add B", "node add C", "rows city:3=x")
    #expect(bench.type("why city:3").hasPrefix("hash 1467805950 mod 3 = 0: node A"))
    #expect(
      bench.type("place city:3 A") == "yes, city:3 lives on A: hash 1467805950 mod 3 = 0: node A")
    bench.type("placement ring vnodes=1")
    #expect(
      bench.type("place city:2 A")
        == "no, city:2 does not live on A: its hash stands at 37.0°; "
        + "the first point clockwise is C's, at 59.2°")
    #expect(bench.type("place city:8 A").contains("past the top"))
  }

  @Test func `the next to leave is marked`() throws {
    var bench = try bench("capacity 2", "rows a=1 b=2", "read a", "read b")
    #expect(bench.type("why a").contains("it is the next to leave"))
    #expect(!bench.type("why b").contains("it is the next to leave"))
  }

  @Test func `every would-have-been holds when it is run`() throws {
    for seed in 1...5 {
      var random = SeededRandom(seed: UInt64(seed), stream: "why")
      let keys = (0..<14).map { _ in ["a", "b", "c", "d", "e"][random.below(5)] }
      var bench = try Bench(isEmpty: true)
      bench.type("capacity 2")
      bench.tutor.timeline.restart(with: bench.tutor.stage)
      for key in keys { bench.type("read \(key)") }
      let lines = bench.type("why \(keys[13])").split(separator: "\n").map(String.init)
      let prefix = "it would have been a hit with capacity "
      for line in lines where line.hasPrefix(prefix) {
        let places = try #require(Int(line.dropFirst(prefix.count)))
        for (capacity, isHit) in [(places, true), (places - 1, false)] {
          var other = try Bench(isEmpty: true)
          other.type("capacity \(capacity)")
          for key in keys { other.type("read \(key)") }
          #expect((other.tutor.stage.command.hits == 1) == isHit, "seed \(seed)")
        }
      }
    }
  }
}
