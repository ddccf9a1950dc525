import CacheEngine
import Simulation
import Testing

@testable import Tutor

struct LaneTests {
  @Test func `lanes get the same requests at the same instants`() throws {
    var bench = try Bench(isEmpty: true)
    bench.type("capacity 20 ; ttl 1h ; compare policy=lru policy=lfu policy=fifo policy=random")
    bench.type("traffic zipf 3000 keys=100 rate=200/s")
    let records = bench.tutor.stage.lanes.compactMap(\.record)
    #expect(records.count == 4)
    #expect(Set(records.map(\.stream)).count == 1)
    #expect(Set(records.map(\.timedStream)).count == 1)
    #expect(records.allSatisfy { $0.arrivals == 3_000 })
    #expect(bench.tutor.stage.hasSameRequests && bench.tutor.stage.hasSameInstants)
    let hits = bench.tutor.stage.lanes.map(\.step.hits)
    #expect(hits[1] > hits[0] && hits[0] > hits[2])
  }

  /// The herd stands on the agenda when b is begun, so that it is told of after a higher number.
  @Test func `a request that nobody moves holds up the comparison, and not the traffic`() throws {
    var bench = try Bench(isEmpty: true)
    bench.type("capacity 60 ; ttl 1h ; rows a=1 b=2 ; compare policy=lru policy=lfu")
    bench.type("herd a 3 & ; begin read b ; traffic zipf 5000 keys=50 rate=1000/s")
    #expect(bench.tutor.stage.compared == 0)
    bench.type("finish A")
    #expect(bench.tutor.stage.compared == 5_004)
    #expect(bench.tutor.stage.divergence == nil)
  }

  @Test func `in turn the order is the same, and the instants need not be`() throws {
    var bench = try Bench(isEmpty: true)
    bench.type("rows a=1 b=2 c=3 ; compare capacity=1 capacity=3")
    bench.type("traffic loop a b c rounds=3")
    #expect(bench.tutor.stage.hasSameRequests)
    #expect(!bench.tutor.stage.hasSameInstants)
  }

  @Test func `where lanes part is said, marked, and told to whoever looks`() throws {
    var bench = try Bench(isEmpty: true)
    bench.type("capacity 4 ; rows a=1 b=2 c=3 d=4 e=5 ; compare policy=lru policy=lfu")
    #expect(bench.tutor.stage.divergence == nil)
    bench.type("traffic keys a b b b c d a d")
    #expect(bench.tutor.stage.divergence == nil)
    #expect(bench.tutor.stage.compared == 8)
    let said = bench.type("read e")
    let sentence =
      "the lanes part at 0.412 s, request 9, a read of e; "
      + "policy lru: a miss, b leaves, 102 ms; policy lfu: a miss, c leaves, 102 ms"
    #expect(said.hasSuffix(sentence))
    #expect(bench.tutor.marks.map(\.name) == ["first difference"])
    #expect(
      bench.tutor.laneTable?.rows.last == [
        "request 9", "a miss, b leaves, 102 ms", "a miss, c leaves, 102 ms",
      ])
    bench.type("undo")
    #expect(bench.tutor.stage.divergence == nil)
    #expect(bench.type("read e").hasSuffix(sentence))
    // It stays where it is, whatever comes after it.
    #expect(!bench.type("read b").contains("the lanes part"))
    #expect(bench.tutor.stage.divergence?.number == 9)
  }

  @Test(arguments: [
    ("compare placement=modulo placement=ring", "traffic scan key:1..60 ; node add D"),
    ("compare guard=none guard=lock", "herd key:1 30"),
    ("compare guard=none guard=coalesce", "herd key:1 30"),
    ("compare ttl=1s ttl=1h", "read key:1 ; tick 2s"),
    ("compare edit=\"6 return value\" edit=reset", "read key:1"),
    ("compare pattern=cache-aside pattern=write-through", "write key:1 x"),
    ("compare vnodes=1 vnodes=150", "traffic scan key:1..60 ; node add D"),
    ("compare nodes=1 nodes=3", "traffic scan key:1..60"),
    ("compare workers=1 workers=20", "herd key:1 30"),
    ("compare capacity=2 capacity=50", "read key:1 ; read key:2 ; read key:3"),
  ])
  func `lanes differ in any rule of the system`(lanes: String, work: String) throws {
    var bench = try Bench(isEmpty: true)
    bench.type("capacity 50 ; rows key:1..60 ; node add B ; node add C")
    #expect(bench.type(lanes).hasPrefix("two lanes from now on"))
    bench.type(work)
    bench.type("traffic scan key:1..60")
    let divergence = try #require(bench.tutor.stage.divergence)
    #expect(bench.tutor.stage.hasSameRequests)
    #expect(divergence.outcomes.count == 2)
    #expect(divergence.outcomes[0].text != divergence.outcomes[1].text)
  }

  @Test func `the same rule twice never parts`() throws {
    var bench = try Bench(isEmpty: true)
    bench.type("capacity 10 ; compare policy=random policy=random")
    bench.type("traffic zipf 2000 keys=50 rate=100/s ; herd key:1 40 ; SET a 1 ; GET a")
    #expect(bench.tutor.stage.divergence == nil)
    #expect(bench.tutor.stage.compared > 2_000)
    let digests = bench.tutor.stage.lanes.map(\.world.digest)
    #expect(digests[0] == digests[1])
  }

  @Test func `goals name lanes and phases`() throws {
    var bench = try Bench(isEmpty: true)
    bench.type("ttl 1h ; compare capacity=1 capacity=2 capacity=3")
    bench.type("mark warm ; traffic loop a b c rounds=1")
    bench.type("mark hot ; traffic loop a b c rounds=2")
    for claim in [
      "left.hits == 0", "third.hits == 6", "third.warm.hits == 0", "third.hot.hits == 6",
      "right.hot.misses == 6", "hot.answered == 6", "warm.answered == 3",
    ] {
      #expect(try Claim.parse(claim).judge(on: bench.tutor.stage).holds, "\(claim)")
    }
    let verdict = try Claim.parse("noon.hits == 1").judge(on: bench.tutor.stage)
    #expect(verdict.distance == "noon has not come yet")
    #expect(verdict.claimText == "noon.hits = 1")
    #expect(throws: ClaimError.self) {
      try Claim.parse("noon.hitz == 1")
    }
  }

  @Test func `one lane goes on after compare off`() throws {
    var bench = try Bench(isEmpty: true)
    bench.type("compare policy=lfu policy=lru policy=fifo")
    #expect(bench.type("compare off") == "one lane from now on")
    #expect(bench.tutor.stage.lanes.count == 1)
    #expect(bench.tutor.stage.world.policy == "lfu")
    #expect(bench.type("lanes").contains("There is only one lane"))
  }
}
