import Testing

@testable import Tutor

struct TypingTests {
  private func offers(_ line: String, _ bench: Bench) -> [String] {
    Completion.complete(line, cursor: line.count, in: bench.tutor).candidates.map(\.text)
  }

  @Test func `tab offers only the keys that are there now`() throws {
    var bench = try Bench()
    #expect(offers("GET us", bench) == ["user:1", "user:2", "user:3"])
    bench.type("DEL user:2")
    #expect(offers("GET us", bench) == ["user:1", "user:3"])
    #expect(offers("evict us", bench) == ["user:1", "user:3"])
    bench.type("tick 60s")
    #expect(offers("GET us", bench) == [])
    #expect(offers("read user:", bench).count == 8)
    bench.type(#"SET "two words" x"#)
    #expect(offers("GET t", bench) == [#""two words""#])
  }

  @Test(arguments: [
    ("rea", "read", 1), ("GE", "GET", 5), ("ge", "GET", 5),
    ("node ", "", 4), ("node a", "add", 1), ("traffic z", "zipf", 1),
    ("traffic zipf 100 ", "", 3), ("traffic zipf 100 ra", "rate=", 1),
    ("traffic zipf 100 rate=5/s ", "", 2), ("policy l", "l", 5), ("guard l", "lock", 1),
    ("guard lock t", "ttl=", 1), ("pattern write-", "write-", 3), ("placement r", "ring", 1),
    ("tune db.", "db.", 2), ("until expi", "expiry", 1), ("show li", "listing", 1),
    ("begin r", "read", 1), ("begin read user:4", "user:4", 1), ("help tra", "tra", 2),
    ("client of=q", "of=query", 1), ("@", "@A", 1), ("@A db", "DBSIZE", 1),
    ("SET k v ", "", 8), ("SET k v E", "EX", 2), ("CONFIG SET maxmemory-", "maxmemory-", 2),
    ("crash c", "cache", 1), ("read user:1 ; rea", "read", 1), ("frob x", "", 0),
  ])
  func `tab completes`(line: String, prefix: String, count: Int) throws {
    let completion = Completion.complete(line, cursor: line.count, in: try Bench().tutor)
    #expect(completion.candidates.count == count, "\(completion.candidates.map(\.text))")
    #expect(completion.commonPrefix == prefix)
    #expect(completion.place.upperBound == line.count)
  }

  @Test func `what is completed is a word that the parser knows`() throws {
    let bench = try Bench()
    for word in offers("", bench) {
      let isKnown =
        CommandCatalog.find(named: word) != nil
        || !CommandCatalog.secondWords(after: word).isEmpty
      #expect(isKnown, "\(word)")
    }
  }

  @Test(arguments: [
    ("", ""), ("re", ""), ("read", "<KEY>"), ("read ", "<KEY>"), ("read user:1", ""),
    ("write user:1 ", "<VALUE>"), ("SET k v EX", "<seconds>"), ("SET k v EX ", "<seconds>"),
    (
      "SET k",
      "<value> [NX | XX] [GET] [EX seconds | PX milliseconds | EXAT unix-time-seconds "
        + "| PXAT unix-time-milliseconds | KEEPTTL]"
    ),
    ("MSET a 1 b", "<value>"), ("traffic ", "keys|loop|scan|uniform|zipf|writes|start|stop"),
    ("traffic zipf", "<N> [keys=N] [exponent=X] [rate=N/s]"),
    ("traffic zipf 100 keys=5 ", "[exponent=X] [rate=N/s]"),
    ("node add", "<NODE> [weight=N]"), ("edit 5", "<TEXT>"), ("begin write user:2", "<VALUE>"),
    ("cut A ", "[D]"), ("guard lock", "[NAME=VALUE…]"), ("until ", "<EVENT>"), ("@A GET", "<key>"),
  ])
  func `the hint says what comes next`(line: String, ghost: String) throws {
    #expect(ArgumentHint.hint(line, in: try Bench().tutor).ghost == ghost)
  }

  @Test(arguments: [
    "", "r", "rea", "read", "read u", "SET k v", "SET k v E", "SET k v EX", "SET k v EX 6",
    "ttl 60", "ttl 60m", "tick 1.", "node", "node a", "traffic zi", "traffic zipf 1000 rate=500",
    "traffic zipf 1000 rate=500/", "policy l", "guard lo", "guard lock tt", "until expi",
    "until queue>", "until answered=", "until line", "begin re", "finish al", "SET \"two wor",
    "rewind @10", "jump @", "@", "@A", "pattern wri", "speed 1/", "CONFIG GE", "log ke", "@A GE",
    "traffic scan city:1..10", "traffic scan city:10..1",
  ])
  func `a word that may still become right is not marked`(line: String) throws {
    let hint = ArgumentHint.hint(line, in: try Bench().tutor)
    #expect(hint.problem == nil, "\(String(describing: hint.problem))")
  }

  @Test(arguments: [
    ("frob", "frob"), ("raed ", "raed"), ("SET k v EX abc", "abc"), ("SET k v EXX ", "EXX"),
    ("ttl 60 ", "60"), ("ttl 6x", "6x"), ("node kil B ", "kil"), ("policy x", "x"),
    ("policy l ", "l"), ("traffic zipf many", "many"), ("traffic zipf 10 rat=5", "rat"),
    ("traffic zipf 10 rate=5/m", "5/m"), ("guard frob", "frob"), ("guard lo ", "lo"),
    ("pattern x", "x"), ("crash Z", "Z"), ("until frob", "frob"), ("read user:1 x", "x"),
    ("capacity 5x", "5x"), ("read user:1 ; frob", "frob"), ("GET a b", "b"),
  ])
  func `a word that cannot become right is marked`(line: String, wrong: String) throws {
    let problem = try #require(ArgumentHint.hint(line, in: try Bench().tutor).problem)
    #expect(String(Array(line)[problem.place.clamped(to: 0..<line.count)]) == wrong)
    #expect(!problem.reason.isEmpty)
  }
}
