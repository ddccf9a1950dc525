import CacheEngine
import Keyspace
import Testing

struct ReplyTextTests {
  @Test(arguments: [
    (Reply.ok, "OK"), (.integer(-2), "(integer) -2"), (.null, "(nil)"),
    (.bulk("a b"), "\"a b\""),
    (.bulk([0x22, 0x5C, 0x0A, 0x1B, 0xFF]), "\"\\\"\\\\\\n\\x1b\\xff\""),
    (.error(.syntax), "(error) ERR syntax error"), (.array([]), "(empty array)"),
    (.array([.bulk("a"), .null, .integer(3)]), "1) \"a\"\n2) (nil)\n3) (integer) 3"),
    (.verbatim("# A\r\nb:1\r\n\r\n# C\r\n"), "# A\nb:1\n\n# C"), (.verbatim(""), ""),
    (
      .array([.bulk("0"), .array([.bulk("a"), .array([]), .array([.integer(1), .integer(2)])])]),
      "1) \"0\"\n2) 1) \"a\"\n   2) (empty array)\n   3) 1) (integer) 1\n      2) (integer) 2"
    ),
  ])
  func `a reply stands as redis-cli shows it`(reply: Reply, text: String) {
    #expect(reply.text(SymbolTable()) == text)
  }

  @Test func `numbers of a long array stand right-aligned`() {
    let reply = Reply.array((1...10).map { .integer($0) })
    let lines = reply.text(SymbolTable()).split(separator: "\n")
    #expect(lines.first == " 1) (integer) 1")
    #expect(lines.last == "10) (integer) 10")
  }

  @Test func `a symbol shows the bytes that its table holds`() {
    var symbols = SymbolTable()
    let reply = Reply.array([.value(symbols.intern("Ada")), .value(.empty)])
    #expect(reply.text(symbols) == "1) \"Ada\"\n2) \"\"")
    #expect(reply.resolved(symbols) == .array([.bulk("Ada"), .bulk("")]))
  }
}
