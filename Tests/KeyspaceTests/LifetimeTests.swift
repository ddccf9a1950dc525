import CacheEngine
import Keyspace
import Testing

/// What needs time to pass, which no record of a server can hold still for.
struct LifetimeTests {
  @Test func `a key is gone at the tick at which it expires`() {
    var bench = Bench()
    bench.type("SET a 1 PX 1500")
    bench.wait(milliseconds: 1499)
    #expect(bench.type("GET a") == "\"1\"")
    #expect(bench.type("PTTL a") == "(integer) 1")
    bench.wait(milliseconds: 1)
    #expect(bench.type("PTTL a") == "(integer) -2")
    #expect(bench.type("EXISTS a") == "(integer) 0")
    #expect(bench.type("KEYS *") == "(empty array)")
    #expect(bench.type("SCAN 0") == "1) \"0\"\n2) (empty array)")
    #expect(bench.type("DBSIZE") == "(integer) 1", "it lies in memory until somebody reads it")
    #expect(bench.type("GET a") == "(nil)")
    #expect(bench.type("DBSIZE") == "(integer) 0")
  }

  @Test func `TTL rounds to the nearest second, PTTL up`() {
    var bench = Bench()
    bench.type("SET a 1 EX 10")
    bench.wait(milliseconds: 499)
    #expect(bench.type("TTL a") == "(integer) 10")
    bench.wait(milliseconds: 2)
    #expect(bench.type("TTL a") == "(integer) 9")
    bench.context.now = bench.context.now.advanced(by: 1)
    #expect(bench.type("PTTL a") == "(integer) 9499")
  }

  @Test func `a read leaves the lifetime alone, GETEX slides it`() {
    var bench = Bench()
    bench.type("SET a 1 EX 10")
    bench.wait(milliseconds: 8000)
    bench.type("GET a")
    #expect(bench.type("TTL a") == "(integer) 2")
    bench.type("GETEX a EX 10")
    #expect(bench.type("TTL a") == "(integer) 10")
  }

  @Test func `absolute times count from the epoch of the world`() {
    var bench = Bench(epochMilliseconds: 1_700_000_000_000)
    bench.wait(milliseconds: 5000)
    bench.type("SET a 1 EXAT 1700000065")
    #expect(bench.type("TTL a") == "(integer) 60")
    #expect(bench.type("EXPIRETIME a") == "(integer) 1700000065")
    bench.type("PEXPIREAT a 1700000006000")
    #expect(bench.type("PTTL a") == "(integer) 1000")
    #expect(bench.type("EXPIREAT a 1700000005") == "(integer) 1")
    #expect(bench.type("EXISTS a") == "(integer) 0")
    #expect(bench.type("SET b 1 EXAT 1700000005") == "OK", "born dead")
    #expect(bench.type("GET b") == "(nil)")
  }

  @Test func `without an epoch absolute times are virtual ones`() {
    var bench = Bench()
    bench.wait(milliseconds: 5000)
    bench.type("SET a 1 EXAT 65")
    #expect(bench.type("TTL a") == "(integer) 60")
  }

  @Test func `an expired key counts as absent for every write`() {
    var bench = Bench()
    for line in ["SETNX k 9", "SET k 9 NX", "INCRBY k 9", "APPEND k 9", "GETSET k 9", "MSETNX k 9"]
    {
      bench.type("SET k 1 PX 1")
      bench.wait(milliseconds: 1)
      bench.type(line)
      #expect(bench.type("GET k") == "\"9\"", "\(line)")
      #expect(bench.type("TTL k") == "(integer) -1", "\(line)")
    }
    bench.type("SET k 1 PX 1")
    bench.wait(milliseconds: 1)
    for line in ["DEL k", "EXPIRE k 10", "PERSIST k", "TOUCH k", "STRLEN k"] {
      #expect(bench.type(line) == "(integer) 0", "\(line)")
    }
    #expect(bench.type("SET k 1 XX") == "(nil)")
  }

  @Test func `idle time is counted in whole seconds and looking does not end it`() {
    var bench = Bench()
    bench.type("SET a 1")
    bench.wait(milliseconds: 2999)
    #expect(bench.type("OBJECT IDLETIME a") == "(integer) 2")
    bench.wait(milliseconds: 1)
    for line in ["TTL a", "EXISTS a", "TYPE a", "OBJECT ENCODING a", "KEYS *"] { bench.type(line) }
    #expect(bench.type("OBJECT IDLETIME a") == "(integer) 3")
    for line in ["GET a", "TOUCH a", "STRLEN a", "SETNX a 1", "EXPIRE a 100"] {
      bench.wait(milliseconds: 4000)
      bench.type(line)
      #expect(bench.type("OBJECT IDLETIME a") == "(integer) 0", "\(line)")
    }
  }
}
