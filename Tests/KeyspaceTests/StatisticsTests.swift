import CacheEngine
import Keyspace
import Testing

struct StatisticsTests {
  @Test func `only verbs that hand out values count as hits and misses`() {
    var bench = Bench()
    bench.type("MSET a 1 b 2")
    for line in [
      "GET a", "GET x", "MGET a b x", "STRLEN a", "GETEX a", "GETSET a 3", "SET a 4 GET",
      "GETDEL b",
    ] { bench.type(line) }
    #expect(bench.cache.statistics.hits == 8)
    #expect(bench.cache.statistics.misses == 2)
    for line in [
      "EXISTS a x", "TTL a", "TTL x", "TYPE a", "OBJECT ENCODING a", "TOUCH a", "KEYS *", "SCAN 0",
      "SET a 1", "SETNX a 1", "INCR a", "EXPIRE a 10", "PERSIST a", "DEL x", "SET a 1 NX",
    ] { bench.type(line) }
    #expect(bench.cache.statistics.requests == 10)
  }

  @Test func `INFO tells what is true`() {
    var bench = Bench(policy: "lru", capacity: 2)
    for line in ["SET a 1", "SET b 2 PX 5000", "SET c 3", "GET a", "GET c", "GET b"] {
      bench.type(line)
    }
    bench.wait(milliseconds: 90_061_000)
    #expect(
      bench.type("INFO") == """
        # Server
        server_name:cachetutor
        redis_compatible:7.0
        redis_mode:standalone
        server_time_usec:90061000000
        uptime_in_seconds:90061
        uptime_in_days:1

        # Memory
        used_memory:2
        used_memory_human:2 entries
        maxmemory:2
        maxmemory_human:2 entries
        maxmemory_policy:allkeys-lru

        # Stats
        expired_keys:0
        evicted_keys:1
        keyspace_hits:2
        keyspace_misses:1

        # Keyspace
        db0:keys=2,expires=1,avg_ttl=0
        """)
    #expect(bench.type("INFO ALL") == bench.type("info"))
    #expect(bench.type("INFO nonsense") == "")
    #expect(bench.type("INFO Keyspace server").hasPrefix("# Server\n"))
    bench.type("CONFIG RESETSTAT")
    bench.type("FLUSHALL")
    #expect(
      bench.type("INFO stats keyspace")
        == """
        # Stats
        expired_keys:0
        evicted_keys:0
        keyspace_hits:0
        keyspace_misses:0

        # Keyspace
        """.replacing("misses:0\n\n", with: "misses:0\n\n"))
  }

  @Test func `a budget in bytes counts key, value and what an entry costs besides`() {
    var bench = Bench(capacity: 1000, budget: .bytes)
    bench.type("SET user:1 Ada")
    #expect(bench.cache.weight == 6 + 3 + Limits.entryOverheadBytes)
    bench.type("APPEND user:1 Lovelace")
    #expect(bench.cache.weight == 6 + 11 + Limits.entryOverheadBytes)
    bench.type("CONFIG SET maxmemory 1536")
    #expect(bench.type("INFO memory").contains("used_memory_human:87B\nmaxmemory:1536\n"))
    #expect(bench.type("INFO memory").contains("maxmemory_human:1.50K"))
  }

  @Test func `OBJECT FREQ is the exact count of the policy`() {
    var bench = Bench(policy: "lfu")
    bench.type("SET a 1")
    #expect(bench.type("OBJECT FREQ a") == "(integer) 1")
    for _ in 1...9 { bench.type("GET a") }
    bench.type("SET a 2")
    #expect(bench.type("OBJECT FREQ a") == "(integer) 11")
    #expect(bench.type("OBJECT FREQ b") == "(nil)")
  }

  @Test func `the logarithmic count falls by the minute while nobody asks`() {
    var bench = Bench(policy: "sampled-lfu")
    bench.type("SET a 1")
    #expect(bench.type("OBJECT FREQ a") == "(integer) 5")
    bench.context.now = bench.context.now.advanced(by: 3 * 60_000_000)
    #expect(bench.type("OBJECT FREQ a") == "(integer) 2")
    bench.context.now = bench.context.now.advanced(by: 60 * 60_000_000)
    #expect(bench.type("OBJECT FREQ a") == "(integer) 0")
  }
}
