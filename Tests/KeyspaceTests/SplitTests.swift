import CacheEngine
import Keyspace
import Testing

/// Two nodes: keys that begin with `a` live on node 0, the others on node 1.
struct SplitTests {
  @Test(arguments: [
    (
      "MGET a1 b1 a2 nope a1", "1) \"1\"\n2) \"2\"\n3) \"3\"\n4) (nil)\n5) \"1\"",
      "0:a1 a2 a1|1:b1 nope"
    ),
    ("MGET b1 a1", "1) \"2\"\n2) \"1\"", "1:b1|0:a1"),
    ("MSET a1 x b1 y", "OK", "0:a1 x|1:b1 y"),
    ("EXISTS a1 b1 a1 nope", "(integer) 3", "0:a1 a1|1:b1 nope"),
    ("DEL b1 a1 a2", "(integer) 3", "1:b1|0:a1 a2"),
    ("MGET a1 a2", "1) \"1\"\n2) \"3\"", "0:a1 a2"),
    ("GET b1", "\"2\"", "1:b1"), ("MSETNX b8 1 b9 2", "(integer) 1", "1:b8 1 b9 2"),
  ])
  func `every node answers for its keys and the replies come together`(
    line: String, reply: String, parts: String
  ) throws {
    var nodes = [Bench(), Bench()]
    nodes[0].type("MSET a1 1 a2 3")
    nodes[1].type("MSET b1 2")
    var symbols = SymbolTable()
    nodes[0].type("GET b1")
    let split = try Self.split(line)
    let shown = split.parts.map { part in
      "\(part.owner):"
        + part.request.arguments.map { String(decoding: $0, as: UTF8.self) }
        .joined(separator: " ")
    }
    #expect(shown.joined(separator: "|") == parts)
    let replies = split.parts.map { part in
      let node = nodes[part.owner]
      var cache = node.cache
      symbols = node.symbols
      return part.request.perform(on: &cache, symbols: &symbols, now: .zero).resolved(symbols)
    }
    #expect(split.join(replies).text(symbols) == reply)
  }

  @Test func `what holds for all keys or none is not divided`() {
    #expect(throws: VerbError.crossNode) { try Self.split("MSETNX a1 1 b1 2") }
    #expect(
      VerbError.crossNode.message == "CROSSSLOT Keys in request don't hash to the same slot")
    #expect(VerbError.crossNode.fix == "Write it for the keys of one node at a time.")
  }

  @Test func `one error answers for the whole`() throws {
    let split = try Self.split("MSET a1 1 b1 2")
    #expect(split.join([.ok, .error(.outOfMemory)]) == .error(.outOfMemory))
  }

  private static func split(_ line: String) throws -> SplitRequest {
    let request = try VerbRequest.parse(Words.split(line))
    return try request.split(owners: request.keys.map { $0.first == UInt8(ascii: "a") ? 0 : 1 })
  }
}
