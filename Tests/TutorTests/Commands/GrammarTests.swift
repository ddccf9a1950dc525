import CacheEngine
import Simulation
import Testing

@testable import Tutor

struct GrammarTests {
  /// The words of each command, with quotes taken off, `&` shown as such.
  private func words(_ line: String) throws -> String {
    try CommandTokenizer.split(line).map { command in
      command.words.map { "[\($0.text)]" }.joined() + (command.isBackground ? "&" : "")
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("", ""), ("   ", ""), ("# nothing", ""), (";;", ""),
    ("read user:1", "[read][user:1]"),
    ("  read\tuser:1  ", "[read][user:1]"),
    ("read a ; read b", "[read][a] [read][b]"),
    ("read a;read b", "[read][a] [read][b]"),
    ("read a # b ; c", "[read][a]"),
    ("read a#b", "[read][a#b]"),
    (#"SET "user 1" "a;b # c""#, "[SET][user 1][a;b # c]"),
    (#"SET k"e y" v"#, "[SET][ke y][v]"),
    (#"SET k """#, "[SET][k][]"),
    (#"SET k "\n\t\"\\\x41""#, "[SET][k][\n\t\"\\A]"),
    ("read a &", "[read][a]&"), ("read a&", "[read][a]&"),
    ("read a & ; read b", "[read][a]& [read][b]"),
    (#"read "&""#, "[read][&]"),
    ("SET ключ 漢字", "[SET][ключ][漢字]"),
  ])
  func `a line is split into words`(line: String, picture: String) throws {
    #expect(try words(line) == picture)
  }

  @Test(arguments: [
    "read user:1", "READ user:1", #"write "user 1" "a;b""#, "SET k v EX 60", "set k v ex 60",
    "@A dbsize", "herd page:home 200 &", "traffic scan city:1..1000 rate=500/s",
    #"traffic keys "a..b" a..b 1..3"#, "rows user:1=Ada city:1..10", "guard lock ttl=2s wait=50ms",
    #"edit 7 if cache.set_nx("lock:" + key, mine, ttl=2s):"#, #"edit insert 3 "    pass""#,
    #"edit 3 "x = 1 # not a comment""#, "begin write user:2 Bo", "until queue > 0", "until line 5",
    "log evict key:user:1 node:B", "node add D weight=2", "client timeout=450ms retries=3 of=read",
    #"SET k "\x00\xff""#, "FLUSHALL --force", "mark the lock holds", "config get maxmemory",
    "rewind @1050000.3", "ttl 60s", "TTL user:1", "exit", #"write "--force" v"#,
    #"GET "#, #"rows "a=b"=c"#,
  ])
  func `the one way of writing reads back to itself`(line: String) throws {
    guard let first = try? CommandParser.parse(line).first else { return }
    let second = try #require(try CommandParser.parse(first.text).first)
    #expect(second.text == first.text)
    #expect(second.command.name == first.command.name)
    #expect(second.isBackground == first.isBackground)
    #expect(second.node == first.node)
  }

  @Test(arguments: [
    ("READ user:1", "read user:1"), ("set k v", "SET k v"), ("@A  DbSize", "@A DBSIZE"),
    ("exit", "quit"), ("herd a 2&", "herd a 2 &"), (#"SET "k" "v w""#, #"SET k "v w""#),
    ("edit 11   cache.delete( key )  ", "edit 11 cache.delete( key )"),
    ("Begin  Write a  b", "begin write a b"),
  ])
  func `a command has one way of writing`(line: String, text: String) throws {
    #expect(try CommandParser.parse(line).map(\.text) == [text])
  }

  @Test func `a range is numbered keys, a quoted one is a key`() throws {
    let keys = try #require(try CommandParser.parse(#"traffic keys city:1..3 "a..b" 7..8"#).first)
      .arguments.keys("KEY")
    #expect(
      keys.flatMap(\.keys).map { String(decoding: $0, as: UTF8.self) }
        == ["city:1", "city:2", "city:3", "a..b", "7", "8"])
  }

  @Test func `a number at the end of writes is their number`() throws {
    func read(_ line: String) throws -> Arguments {
      try #require(try CommandParser.parse(line).first).arguments
    }
    let counted = try read("traffic writes views:1..10 1000 rate=500/s")
    #expect(counted.optionalCount("N") == 1_000)
    #expect(counted.keys("KEY").count == 1)
    #expect(counted.optionalCount("rate") == 500)
    let plain = try read("traffic writes cart:1..30 rate=10/s")
    #expect(plain.optionalCount("N") == nil)
    #expect(try read("traffic writes 7").keys("KEY").count == 1)
  }

  @Test(arguments: [
    ("until miss", StopCondition.event([.miss])), ("until expiry", .event([.expired])),
    ("until EVICT", .event([.evicted])), ("until nodeDied", .event([.nodeDied])),
    ("until line 5", .line(5)), ("until queue>0", .queueAbove(0)),
    ("until queue >= 3", .queueAbove(2)), ("until answered == 30", .answered(30)),
    ("until answered>30", .answered(31)),
  ])
  func `until knows what to wait for`(line: String, stop: StopCondition) throws {
    #expect(try CommandParser.parse(line).first?.arguments.stop("EVENT") == stop)
  }

  @Test func `lessons split lines as the prompt does`() throws {
    for line in ["a ; b # c", #"SET "x;y" 1 ; GET x"#, "a#b;c", #"x "\";" ; y"#, " ; ;z"] {
      let here = try CommandTokenizer.split(line).map(\.words.count)
      let there = try LessonScript.commands(in: line).map {
        try CommandTokenizer.split($0).reduce(0) { $0 + $1.words.count }
      }
      #expect(here == there, "\(line)")
    }
  }

  @Test func `any text is read or refused, with a place inside the line`() {
    var random = SeededRandom(seed: 11, stream: "grammar")
    let pieces = [
      "read", "SET", "traffic", "zipf", "edit", "guard", "\"", "\\", ";", "#", "&", "@A", "=", "..",
      " ", " ", " ", "1", "60s", "500/s", "user:1", "rate=", "--force", "\n", "é", "漢", "\u{202E}",
      "node", "add", "begin", "until", "queue>0", "\\x", "--", "EX",
    ]
    for _ in 0..<4_000 {
      let line = (0..<(1 + random.below(9))).map { _ in pieces[random.below(pieces.count)] }
        .joined(separator: random.chance(1, of: 2) ? " " : "")
      do {
        for invocation in try CommandParser.parse(line) {
          let again = try CommandParser.parse(invocation.text)
          #expect(again.map(\.text) == [invocation.text], "\(line)")
        }
      } catch {
        guard let place = error.place else { continue }
        #expect(place.lowerBound >= 0 && place.lowerBound <= line.count, "\(line)")
        #expect(error.caret(under: line) != nil)
        #expect(!error.message.headline.isEmpty)
      }
    }
  }
}
