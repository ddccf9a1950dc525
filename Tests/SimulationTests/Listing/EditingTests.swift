import CacheEngine
import Testing

@testable import Simulation

@Suite("Editing a listing")
struct EditingTests {
  private let aside: Listing

  init() throws {
    aside = try PatternTests.pattern("cache-aside").listing
  }

  @Test func `a line is replaced as deep as it was`() throws {
    let edited = try aside.replacing(line: 11, with: "cache.set(key, value, ttl=60s)")
    #expect(edited.lines[10] == "    cache.set(key, value, ttl=60s)")
    #expect(edited.lines.prefix(10) == aside.lines.prefix(10))
    #expect(aside.lines[10] == "    cache.delete(key)")
  }

  @Test func `text with leading spaces is taken as it is`() throws {
    let edited = try aside.replacing(line: 11, with: "  cache.delete(key)")
    #expect(edited.lines[10] == "  cache.delete(key)")
  }

  @Test func `a line moves up or down and keeps its depth`() throws {
    let lines = aside.lines
    #expect(
      try aside.moving(line: 11, to: 10).lines
        == Array(lines[..<9]) + [lines[10], lines[9]])
    #expect(try aside.moving(line: 2, to: 5).lines[4] == lines[1])
    #expect(try aside.moving(line: 5, to: 4).moving(line: 4, to: 5) == aside)
  }

  @Test func `a line goes, or comes`() throws {
    #expect(try aside.deleting(line: 11).lines == Array(aside.lines.prefix(10)))
    #expect(try aside.inserting("pass", at: 12).lines.last == "    pass")
    #expect(try aside.inserting("x = 1", at: 2).lines[1] == "    x = 1")
    #expect(try aside.inserting("x = 1", at: 4).lines[3] == "        x = 1")
    #expect(try aside.inserting("x = 1", at: 5).lines[4] == "    x = 1")
    #expect(try aside.inserting("else:", at: 5).lines[4] == "    else:")
    #expect(try aside.inserting("def f():", at: 12).lines.last == "def f():")
    #expect(try aside.inserting("", at: 8).lines[7].isEmpty)
  }

  @Test func `the queue is asked between the cache and the database`() throws {
    let behind = try PatternTests.pattern("write-behind").listing
    let edited =
      try behind
      .inserting("value = queue.get(key)", at: 5)
      .inserting("if value is not None: return value", at: 6)
    var bench = try Bench(edited.lines.joined(separator: "\n"))
    #expect(try bench.answer("read", [bench.text("k")]) == "None")
    #expect(
      bench.calls == [
        "cache.get(k, False)", "queue.get(k)", "db.load(k, None)", "cache.set(k, None, 60s)",
      ])
  }

  @Test func `a single look becomes a loop, through listings that do not compile`() throws {
    var symbols = SymbolTable()
    let broken = try aside.inserting("while True:", at: 2)
    #expect(throws: ListingError.self) { try broken.compile(symbols: &symbols) }
    let whole = try broken.indenting(lines: 3...8, by: 4)
    #expect(try whole.compile(symbols: &symbols).source[2] == "        value = cache.get(key)")
    #expect(try whole.indenting(lines: 3...8, by: -4) == broken)
  }

  @Test(
    arguments: [
      (0, "line 1, column 1: There is no line 0; the listing has 11 lines. "),
      (12, "line 11, column 1: There is no line 12; the listing has 11 lines. "),
    ]
  )
  func `a line that is not there is refused`(_ row: (line: Int, sentence: String)) {
    let error = #expect(throws: ListingError.self) {
      try aside.replacing(line: row.line, with: "pass")
    }
    #expect(error?.description == row.sentence + "Choose a line from 1 to 11.")
    #expect(throws: ListingError.self) { try aside.deleting(line: row.line) }
    #expect(throws: ListingError.self) { try aside.moving(line: 1, to: row.line) }
    #expect(throws: ListingError.self) { try aside.indenting(lines: 1...12, by: 4) }
  }

  @Test func `a line break in a line is refused`() {
    let error = #expect(throws: ListingError.self) {
      try aside.replacing(line: 2, with: "pass\npass")
    }
    #expect(
      error?.description
        == "line 2, column 1: A line cannot hold a line break. Write one line at a time.")
  }

  @Test func `options still reach the lines that were not edited`() throws {
    let edited = try aside.deleting(line: 1).setting("ttl", to: "5s")
    #expect(edited.lines[4] == "    cache.set(key, value, ttl=5s)")
  }
}
