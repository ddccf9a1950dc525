import CacheEngine
import Keyspace
import Testing

/// What the record of a server cannot show: room, draws, time and the verbs about themselves.
struct OtherNamesTests {
  @Test func `a rename into a full cache that evicts nobody needs only its own room`() {
    var bench = Bench(policy: "noeviction", capacity: 2)
    bench.type("MSET a 1 b 2")
    #expect(bench.type("COPY a c").hasPrefix("(error) OOM"))
    #expect(bench.type("RENAME a c") == "OK")
    #expect(bench.type("KEYS *") == "1) \"b\"\n2) \"c\"")
  }

  @Test func `a rename that finds no room leaves both keys as they were`() {
    var bench = Bench(policy: "noeviction", capacity: 150, budget: .bytes)
    bench.type("SET a 1")
    let long = String(repeating: "k", count: 100)
    let before = bench.digest
    #expect(bench.type("RENAME a \(long)").hasPrefix("(error) OOM"))
    #expect(bench.digest == before)
  }

  @Test func `every key is drawn in the end, and the same draw gives the same key`() {
    var bench = Bench()
    bench.type("MSET a 1 b 2 c 3 d 4")
    var seen: Set<String> = []
    for draw in 0..<100 {
      bench.context.draw = UInt64(draw)
      let key = bench.type("RANDOMKEY")
      #expect(bench.type("RANDOMKEY") == key)
      seen.insert(key)
    }
    #expect(seen.sorted() == ["\"a\"", "\"b\"", "\"c\"", "\"d\""])
  }

  @Test func `an expired key is never drawn`() {
    var bench = Bench()
    bench.type("SET a 1 PX 5")
    bench.wait(milliseconds: 5)
    #expect(bench.type("RANDOMKEY") == "(nil)")
  }

  @Test func `the time is the epoch and the clock`() {
    var bench = Bench(epochMilliseconds: 1_700_000_000_250)
    bench.context.now = Tick(microseconds: 1_750_007)
    #expect(bench.type("TIME") == "1) \"1700000002\"\n2) \"7\"")
  }

  @Test func `a key weighs what the budget in bytes takes for it`() {
    var bench = Bench(capacity: 10_000, budget: .bytes)
    bench.type("SET user:1 Ada")
    #expect(bench.type("MEMORY USAGE user:1") == "(integer) \(bench.cache.weight)")
  }

  @Test(arguments: [
    ("get", 1, 1, 1), ("mset", 1, -1, 2), ("del", 1, -1, 1), ("rename", 1, 2, 1), ("ping", 0, 0, 0),
    ("object|freq", 2, 2, 1), ("object", 0, 0, 0),
  ])
  func `the places of the keys are those that Redis tells`(
    name: String, first: Int, last: Int, step: Int
  ) {
    var bench = Bench()
    let lines = bench.type("COMMAND INFO \(name)").split(separator: "\n").suffix(3)
    let numbers = lines.compactMap { $0.split(separator: " ").last.map(String.init) }
    #expect(numbers == ["\(first)", "\(last)", "\(step)"])
  }

  @Test(arguments: [("123456789", 12_739), ("{user1000}.following", 3_443), ("", 0), ("foo{}", 0)])
  func `slots are those of a cluster`(key: String, slot: Int) {
    var bench = Bench()
    if key == "foo{}" {
      #expect(bench.type("CLUSTER KEYSLOT foo{}{bar}") == "(integer) 8363")
    } else {
      #expect(bench.type("CLUSTER KEYSLOT \"\(key)\"") == "(integer) \(slot)")
    }
  }
}
