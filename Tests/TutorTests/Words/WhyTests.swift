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
        it would have been a hit with capacity ≥ 3, or under noeviction, lirs, mru or w-tinylfu
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
        + "A's point, at 36.5°, lies 0.6° behind it, and the walk only goes clockwise")
    #expect(bench.type("place city:8 A").contains("past the top"))
  }

  @Test func `the next to leave is marked`() throws {
    var bench = try bench("capacity 2", "rows a=1 b=2", "read a", "read b")
    #expect(bench.type("why a").contains("it is the next to leave"))
    #expect(!bench.type("why b").contains("it is the next to leave"))
  }

  @Test func `every would-have-been holds when it is run`() throws {
    var claims = 0
    for seed in 1...12 {
      var random = SeededRandom(seed: UInt64(seed), stream: "why")
      let keys = (0..<14).map { _ in ["a", "b", "c", "d", "e"][random.below(5)] }
      let rows = "rows a=1 b=2 c=3 d=4 e=5"
      /// Whether the last look is a hit under these rules.
      func isHit(_ rules: String) throws -> Bool {
        var other = try Bench(isEmpty: true)
        other.type("\(rows) ; \(rules)")
        for key in keys { other.type("read \(key)") }
        return other.tutor.stage.command.hits == 1
      }
      var bench = try Bench(isEmpty: true)
      bench.type("\(rows) ; capacity 2")
      for key in keys { bench.type("read \(key)") }
      let answer = bench.type("why \(keys[13])")
      let said = answer.split(separator: "\n").first { $0.hasPrefix("it would have been") } ?? ""
      let wanted = said.hasPrefix("it would have been a hit")
      if let match = said.firstMatch(of: /with capacity (≥ )?(\d+)/) {
        let places = try #require(Int(match.output.2))
        #expect(try isHit("capacity \(places)") == wanted, "seed \(seed): \(said)")
        #expect(try isHit("capacity \(wanted ? places - 1 : places + 1)") != wanted)
        for more in 1...6 where match.output.1 != nil {
          #expect(try isHit("capacity \(places + more)"), "seed \(seed): \(said)")
        }
        claims += 1
      }
      if let policies = said.split(separator: "under ").dropFirst().first {
        let named = policies.split { !$0.isLetter }.map(String.init).filter { $0 != "or" }
        for policy in ["fifo", "lfu", "noeviction", "random"] {
          let hit = try isHit("capacity 2 ; policy \(policy)")
          #expect((hit == wanted) == named.contains(policy), "seed \(seed): \(policy), \(said)")
          claims += 1
        }
      }
    }
    #expect(claims > 20)
  }

  @Test func `an eviction is explained with who would have left instead`() throws {
    var bench = try bench("capacity 4", "rows a=1 b=2 c=3 d=4 e=5")
    bench.type("traffic keys a b b b c d a d e")
    let answer = bench.type("why evicted")
    #expect(
      answer.hasPrefix(
        "at 0.514 s: b leaves cache A: nobody has been silent longer; "
          + "it was last asked for 5 requests ago\nin its place would have left "))
    #expect(answer.contains("a under fifo") && answer.contains("c under lfu"))
    for (policy, victim) in [("fifo", "a"), ("lfu", "c")] {
      var other = try self.bench("capacity 4", "rows a=1 b=2 c=3 d=4 e=5", "policy \(policy)")
      other.type("traffic keys a b b b c d a d e")
      let world = other.tutor.stage.world
      #expect(other.tutor.stage.command.victims.map { world.text($0) } == [victim])
    }
    #expect(bench.type("why expired") == "nothing of the kind has happened")
  }

  @Test func `a number is explained by what it is made of and what would change it`() throws {
    let setup = ["capacity 4", "rows a=1 b=2 c=3 d=4 e=5"]
    var bench = try bench(setup[0], setup[1])
    let work = "traffic keys a b b b c d a d e b"
    bench.type(work)
    let answer = bench.type("why hits")
    #expect(
      answer.hasPrefix(
        """
        hits 4: requests that the cache answered, since the part began
        6 of 10 looks missed: 5 asked for the first time, 1 evicted before
        it would be 5 under fifo, lfu,
        """))
    var count = 0
    for match in answer.matches(of: /(\d+) (under|with) ([\w-]+ ?\d*)/) {
      let rule = match.output.3.trimmingSuffix { $0 == " " }
      let command = match.output.2 == "under" ? "policy \(rule)" : String(rule)
      let other = try self.bench(setup[0], setup[1], command, work)
      #expect(other.tutor.stage.command.hits == Int(match.output.1), "\(rule)")
      count += 1
    }
    #expect(count >= 4)
    #expect(bench.type("why dirty").hasPrefix("dirty 0"))
  }

  @Test func `a request is told from its beginning to its end`() throws {
    var bench = try bench("capacity 1", "rows a=1 b=2", "read a", "read b", "read a")
    let answer = bench.type("why 3")
    #expect(answer.hasPrefix("0.205  you ask for a; cache A does not have it: a miss"))
    #expect(answer.contains("it would have been a hit with capacity ≥ 2"))
  }

  @Test func `a key that is called like a number is a key`() throws {
    var bench = try bench("rows hits=1 7=2", "read hits", "read 7")
    #expect(bench.type("why hits").hasPrefix("hits is in cache A: 1"))
    #expect(bench.type("why 7").hasPrefix("7 is in cache A: 2"))
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isWanted: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isWanted(last) { text.removeLast() }
    return String(text)
  }
}
