import CacheEngine
import Keyspace
import Testing

struct RoomTests {
  static let oom = "(error) OOM command not allowed when used memory > 'maxmemory'."

  @Test(arguments: [
    "SET c 3", "SETNX c 3", "SETEX c 10 3", "PSETEX c 10 3", "GETSET c 3", "APPEND c 3", "INCR c",
    "DECRBY c 2", "MSET a 9 c 3", "MSETNX d 3 c 3", "MSET a 9 b 8 a 7 c 3", "SET c 3 GET",
    "SET c 3 NX EX 5",
  ])
  func `under noeviction a full cache refuses newcomers and stays as it was`(line: String) {
    var bench = Bench(policy: "noeviction", capacity: 2)
    bench.type("MSET a 1 b 2")
    let before = (bench.digest, bench.symbols.count, bench.cache.changes.count)
    #expect(bench.type(line) == Self.oom)
    #expect(bench.digest == before.0)
    #expect(bench.symbols.count == before.1)
    #expect(bench.cache.changes.count == before.2)
  }

  @Test(arguments: [
    ("SET a 9", "OK"), ("APPEND a 9", "(integer) 2"), ("INCR a", "(integer) 2"),
    ("SET c 3 XX", "(nil)"), ("MSET a 9 b 9 a 8", "OK"), ("GETSET a 9", "\"1\""),
    ("SETNX a 3", "(integer) 0"), ("MSETNX a 1 z 2", "(integer) 0"), ("GET a", "\"1\""),
    ("DEL a", "(integer) 1"), ("EXPIRE a 10", "(integer) 1"),
  ])
  func `what needs no more room goes on`(line: String, reply: String) {
    var bench = Bench(policy: "noeviction", capacity: 2)
    bench.type("MSET a 1 b 2")
    #expect(bench.type(line) == reply)
    bench.cache.checkInvariants()
  }

  @Test func `a value may grow only into room that is there`() {
    let overhead = Limits.entryOverheadBytes
    var bench = Bench(policy: "noeviction", capacity: 2 * (overhead + 2) + 1, budget: .bytes)
    bench.type("MSET a 1 b 2")
    #expect(bench.type("APPEND a 1") == "(integer) 2")
    let before = bench.digest
    #expect(bench.type("APPEND a 1") == Self.oom)
    #expect(bench.type("SET b 22") == Self.oom)
    #expect(bench.type("MSET a 1 b 222") == Self.oom)
    #expect(bench.digest == before)
    #expect(bench.type("MSET a 1 b 22") == "OK", "the first makes room for the second")
  }

  @Test(arguments: ["lru", "lfu", "fifo", "random"])
  func `an entry larger than the whole cache is refused and nobody leaves for it`(policy: String) {
    var bench = Bench(policy: policy, capacity: 160, budget: .bytes)
    bench.type("MSET a 1 b 2")
    let before = (bench.digest, bench.symbols.count)
    let value = String(repeating: "v", count: 100)
    for line in [
      "SET c \(value)", "APPEND a \(value)", "MSET a 2 c \(value)", "SET a \(value) GET",
    ] {
      #expect(bench.type(line) == Self.oom, "\(line)")
    }
    #expect(bench.digest == before.0)
    #expect(bench.symbols.count == before.1)
  }

  @Test func `a policy that evicts makes room`() {
    var bench = Bench(policy: "lru", capacity: 2)
    bench.type("MSET a 1 b 2")
    bench.type("GET a")
    #expect(bench.type("SET c 3") == "OK")
    #expect(bench.type("MGET a b c") == "1) \"1\"\n2) (nil)\n3) \"3\"")
    #expect(bench.type("MSET p 1 q 2 r 3") == "OK", "more than fits: the first leave again")
    #expect(bench.type("KEYS *") == "1) \"q\"\n2) \"r\"")
  }

  @Test func `CONFIG changes the cache, or nothing`() {
    var bench = Bench(policy: "lru", capacity: 4)
    bench.type("MSET a 1 b 2 c 3 d 4")
    for line in [
      "CONFIG SET maxmemory 2 nope 1", "CONFIG SET maxmemory 2 maxmemory-policy nope",
      "CONFIG SET maxmemory-policy lfu maxmemory 2kb",
    ] {
      let before = bench.digest
      #expect(bench.perform(line).error != nil)
      #expect(bench.digest == before, "\(line)")
    }
    #expect(bench.type("CONFIG SET maxmemory 2 maxmemory-policy fifo") == "OK")
    #expect(bench.cache.policyName == "fifo")
    #expect(bench.type("KEYS *") == "1) \"c\"\n2) \"d\"")
    #expect(
      bench.type("CONFIG GET *")
        == "1) \"maxmemory\"\n2) \"2\"\n3) \"maxmemory-policy\"\n4) \"fifo\"\n"
        + "5) \"maxmemory-samples\"\n6) \"5\"")
    #expect(bench.type("CONFIG SET maxmemory 0") == "OK", "no limit")
    for number in 1...50 { bench.type("SET k\(number) v") }
    #expect(bench.type("DBSIZE") == "(integer) 52")
    #expect(bench.type("CONFIG GET maxmemory") == "1) \"maxmemory\"\n2) \"0\"")
  }

  @Test func `samples are set for whoever samples, and outlast a change of policy`() {
    var bench = Bench(policy: "sampled-lru", capacity: 4)
    #expect(bench.type("CONFIG SET maxmemory-samples 10 maxmemory-policy sampled-lfu") == "OK")
    #expect(bench.cache.samples == 10 && bench.cache.policyName == "sampled-lfu")
    bench.type("CONFIG SET maxmemory-policy volatile-ttl")
    #expect(bench.type("CONFIG GET *samples") == "1) \"maxmemory-samples\"\n2) \"10\"")
  }

  @Test func `under a volatile policy only what expires leaves`() {
    var bench = Bench(policy: "volatile-ttl", capacity: 3)
    bench.type("SET a 1")
    bench.type("SET b 2 EX 100")
    bench.type("SET c 3 EX 50")
    #expect(bench.type("SET d 4") == "OK")
    #expect(bench.type("KEYS *") == "1) \"a\"\n2) \"b\"\n3) \"d\"")
    bench.type("PERSIST b")
    #expect(bench.type("SET e 5") == Self.oom)
    bench.type("EXPIRE d 10")
    #expect(bench.type("SET e 5") == "OK")
    #expect(bench.type("EXISTS a b e d") == "(integer) 3")
  }
}
