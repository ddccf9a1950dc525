import CacheEngine
import Keyspace
import Testing

struct RoutingTests {
  @Test(arguments: [
    ("GET a", "a"), ("SET a b EX 10", "a"), ("SETNX a b", "a"), ("SETEX a 10 b", "a"),
    ("MGET a b a", "a b a"), ("MSET a 1 b 2", "a b"), ("MSETNX a 1 b 2", "a b"),
    ("DEL a b c", "a b c"), ("EXISTS a b", "a b"), ("EXPIRE a 10 NX", "a"), ("TTL a", "a"),
    ("OBJECT FREQ a", "a"), ("KEYS a*", ""), ("SCAN 0 MATCH a", ""), ("DBSIZE", ""),
    ("FLUSHALL", ""), ("CONFIG GET maxmemory", ""), ("INFO", ""), ("PING a", ""), ("ECHO a", ""),
  ])
  func `a request names its keys in order`(line: String, keys: String) throws {
    let request = try VerbRequest.parse(Words.split(line))
    let named = request.keys.map { String(decoding: $0, as: UTF8.self) }
    #expect(named.joined(separator: " ") == keys)
    var symbols = SymbolTable()
    #expect(request.keys(in: &symbols).map { symbols.text(of: $0) } == named)
  }

  @Test func `parsing needs no cache and remembers the words`() throws {
    let request = try VerbRequest.parse(Words.split("config set maxmemory 10"))
    #expect(request.verb.name == "config|set")
    #expect(request.arguments.map { String(decoding: $0, as: UTF8.self) } == ["maxmemory", "10"])
  }
}
