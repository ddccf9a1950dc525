import Foundation
import Keyspace
import Simulation
import Testing

@testable import Tutor

// What a learner reads when a line is wrong. The pictures stand in `Fixtures/errors.txt`: the line,
// the caret under what is wrong, and the words. `UPDATE_SNAPSHOTS=1` writes them anew.

struct ErrorTests {
  /// Lines that are all wrong in the example world.
  static let lines = [
    "GTE a", "raed user:1", "frobnicate", "nod add B", "node ad B", "node", "traffic zpif 100",
    "read", "read user 1", "GET user 1", "GET", "SET k", "SET k v EX", "SET k v EX abc",
    "SET k v EXX 5",
    "write user:1", "write user:1 Ada Bea", "ttl 60", "ttl 5x", "TTL", "tick -5s", "tick 60",
    "capacity -1", "capacity many", "capacity 99999999999999999999", "policy lur", "placement rnig",
    "pattern cach-aside", "guard lokc", "guard lock tll=2s", "guard lock ttl",
    "traffic scan city:1..1000 rate=500", "traffic scan city:1..1000 rat=500/s",
    "traffic scan city:10..1", "traffic scan city:1..9999999999",
    "traffic scan a rate=5/s rate=6/s", "herd a", "herd a 0", "herd a b", "tune cach.latency 2ms",
    "node remove Z", "node remove A", "node add A", "@A", "@A read x", "@B GET x",
    "read x & read y",
    "tick 5s &", "say \"hello", "SET a \"\\q\"", "SET a \"\\xZZ\"", "until evic", "until line",
    "until line five", "queue>0", "until queue<5",
    "begin GET x", "begin", "begin write x", "step B", "step 1", "finish all", "kill holder",
    "kill", "evict user:9", "evict usr:1", "place user:1 Z", "row user:99", "row usr:1",
    "edit 5 retrun value", "edit 99 pass", "edit", "edit five x", "edit delete 99", "edit move 1",
    "edit reset now", "undo", "redo", "rewind @99", "read user:4 ; rewind @408000", "rewind 99",
    "jump nowhere", "follow A",
    "follow 99",
    "log evcit", "log actor:me", "log request:x", "help foo", "help flsuh", "show cahce",
    "speed fast", "traffic stop", "flush every 1s",
    "pattern write-behind ; FLUSHALL ; until expiry",
    "pattern none ; ttl 5s", "crash B", "revive A",
    "client of=both",
    "MSETNX a", "CONFIG SET", "CONFIG GTE x", "OBJECT", "EXPIRE a", "INCR user:1", "SCAN x",
    "db workers=0", "servers 0", "rows", "rows =5", "rows a:5..1", "DECRBY a 1.5", "mark", "&",
    "read user:1 & ; ; frob",
  ]

  @Test func `every wrong line is answered with a caret and with words`() throws {
    var pictures: [String] = []
    for line in Self.lines {
      var bench = try Bench()
      let before = bench.digest
      let known = bench.tutor.stage.world.symbols.count
      let (done, error) = bench.tutor.execute(line)
      let refusal = try #require(error, "\(line)")
      pictures.append(Bench.picture(of: refusal, in: line))
      if done.isEmpty {
        #expect(bench.digest == before, "\(line)")
        #expect(bench.tutor.stage.world.symbols.count == known, "\(line)")
        #expect(bench.tutor.takeUnwritten().isEmpty, "\(line)")
      }
    }
    try Snapshot.expect(pictures.joined(separator: "\n\n") + "\n", named: "errors.txt")
  }

  /// Errors that no line in the example world brings about.
  static let others: [CommandError] = [
    .lineTooLong(limit: CommandTokenizer.lineLimit),
    .tooManyWords(limit: CommandTokenizer.wordLimit, at: 0..<1),
    .invalid("x", expected: "a key", .tooLong(limit: 1_024), at: 0..<1),
    .invalid("x", expected: "a duration", .notText, at: 0..<1),
    .nodeDown("A", .crashed, at: 0..<1),
    .nodeDown("A", .cut, at: 0..<1),
    .keysOnSeveralNodes("MSETNX", nodes: ["A", "B"], at: 0..<1),
    .world(.tooManyNodes(limit: 256), at: 0..<1),
    .world(.tooManyByHand(limit: 26), at: 0..<1),
    .world(.tooManyRequests(limit: 100_000), at: 0..<1),
    .world(.unknownPolicy("lur", known: ["fifo", "lru"]), at: 0..<1),
    .world(.unknownPlacement("rnig", known: ["modulo", "ring"]), at: 0..<1),
    .world(.notHeld(1, held: [0, 2]), at: 0..<1),
    .tooManyEvents(limit: 50_000_000),
    .waitedInVain(microseconds: 400_000_000),
    .stopped,
    .refused(command: "read", why: "This time you are the application.", instead: ["GET", "SET"]),
    .refused(command: "tick", why: "Time stands still here.", instead: []),
    .needsAnswer(question: "How many loads reach the database?"),
    .needsForce(command: "FLUSHALL", loses: "3 entries would go; every read after it is a miss."),
    .unknownMark("herd", known: ["start", "end"], at: 0..<1),
    .unknownLesson("thundering-hrd", suggestion: "thundering-herd", at: 0..<1),
    .unknownLesson("x", suggestion: nil, at: 0..<1),
    .outsideLessons(command: "answer"),
    .lesson(UserMessage("Not now", detail: "Because.", nextStep: "Later."), at: 0..<1),
  ]

  @Test func `the other errors have words too`() throws {
    try Snapshot.expect(
      Self.others.map(\.message.text).joined(separator: "\n\n") + "\n",
      named: "other-errors.txt")
  }

  @Test func `every case of the error has a picture`() throws {
    var seen = Self.others.map(Self.name)
    for line in Self.lines {
      var bench = try Bench()
      if let error = bench.tutor.execute(line).error { seen.append(Self.name(error)) }
    }
    let cases = [
      "lineTooLong", "tooManyWords", "unclosedQuote", "unknownEscape", "strayAmpersand",
      "unknownCommand", "unknownSubcommand", "nodeWithoutVerb", "notInBackground", "missing",
      "extra", "invalid", "unknownOption", "repeatedOption", "verb", "world", "nodeDown",
      "keysOnSeveralNodes", "notCached", "noRow", "nothingOnTheLine", "noSuchRequest",
      "noTraffic", "nothingHappens", "noSetting", "tooManyEvents", "waitedInVain", "stopped",
      "refused", "needsAnswer", "needsForce",
      "nothingToUndo", "nothingToRedo", "unknownPosition", "unknownMark", "unknownLesson",
      "outsideLessons", "lesson",
    ]
    #expect(Set(cases) == Set(seen))
  }

  private static func name(_ error: CommandError) -> String {
    Mirror(reflecting: error).children.first?.label ?? "\(error)"
  }

  @Test func `a line that is too long or has too many words is refused`() {
    #expect(throws: CommandError.lineTooLong(limit: CommandTokenizer.lineLimit)) {
      try CommandParser.parse(String(repeating: "a", count: CommandTokenizer.lineLimit + 1))
    }
    #expect(throws: CommandError.self) {
      try CommandParser.parse(String(repeating: "a ", count: CommandTokenizer.wordLimit + 1))
    }
  }
}

/// Text that is compared with a file beside the tests.
enum Snapshot {
  static func expect(
    _ text: String, named name: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures").appendingPathComponent(name)
    let old = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil || old == nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let isSame = old == text
    #expect(isSame, "\(name) differs from what the program says now", sourceLocation: location)
  }
}
