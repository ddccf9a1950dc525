import Testing

@testable import Tutor

// Cache verbs on several nodes, and on nodes that are not well.

struct ClusterTests {
  private func cluster() throws -> Bench {
    var bench = try Bench(isEmpty: true)
    bench.type("node add B ; node add C ; placement modulo")
    bench.type("MSET a 1 b 2 c 3 d 4 e 5 f 6")
    return bench
  }

  @Test func `several keys on several nodes are answered together`() throws {
    var bench = try cluster()
    #expect(bench.type("MGET a b x c") == "1) \"1\"\n2) \"2\"\n3) (nil)\n4) \"3\"")
    #expect(bench.type("EXISTS a b c d e f x") == "(integer) 6")
    #expect(bench.type("DEL a b c x") == "(integer) 3")
  }

  @Test func `a verb without a key answers for every node, or for one`() throws {
    var bench = try cluster()
    let sizes = bench.type("DBSIZE").split(separator: "\n")
    #expect(sizes.count == 3)
    #expect(sizes.allSatisfy { $0.contains("(integer)") })
    #expect(bench.type("@A PING") == "PONG")
    bench.type("crash B")
    #expect(bench.type("PING") == "A: PONG\nB: (refused: the node is dead)\nC: PONG")
    #expect(bench.type("@B PING").contains("Node B is dead: connection refused"))
  }

  @Test func `a dead node refuses, a cut one cannot be reached, and nothing changes`() throws {
    var bench = try cluster()
    let owner = try #require(
      ["A", "B", "C"].first { bench.type("@\($0) EXISTS a") == "(integer) 1" })
    bench.type("cut \(owner)")
    let before = bench.digest
    #expect(bench.type("SET a 2").contains("Node \(owner) cannot be reached"))
    #expect(bench.type("MGET a b c d e f").contains("cannot be reached"))
    #expect(bench.digest == before)
    bench.type("revive \(owner)")
    #expect(bench.type("GET a") == "\"1\"")
  }

  @Test func `all or nothing over several nodes is refused`() throws {
    var bench = try cluster()
    let before = bench.digest
    #expect(bench.type("MSETNX x 1 y 2 z 3 w 4").contains("live on several nodes"))
    #expect(bench.digest == before)
  }

  @Test func `looks by hand are told, but are no hits of requests`() throws {
    var bench = try Bench()
    bench.type("GET user:1")
    bench.type("GET user:8")
    #expect(bench.tutor.stage.step.hits == 0)
    #expect(bench.tutor.stage.step[.hit] == 1)
    #expect(bench.tutor.stage.step[.miss] == 1)
    #expect(
      bench.type("log hit miss")
        == "0.000  you look up user:1 in cache A: Ada\n0.000  you look up user:8 in cache A: nothing"
    )
  }

  @Test func `config set is adopted by the world`() throws {
    var bench = try cluster()
    bench.type("CONFIG SET maxmemory-policy allkeys-lfu")
    #expect(bench.tutor.stage.world.policy == "lfu")
    #expect(bench.tutor.stage.world.nodes.allSatisfy { $0.cache.policyName == "lfu" })
    bench.type("@A CONFIG SET maxmemory 2")
    #expect(bench.tutor.stage.world.capacity == 2)
  }

  @Test func `absolute times count from the clock on screen`() throws {
    var bench = try Bench()
    bench.type("SET k v EXAT 10 ; tick 9s")
    #expect(bench.type("TTL k") == "(integer) 1")
    bench.type("tick 1s")
    #expect(bench.type("GET k") == "(nil)")
  }
}
