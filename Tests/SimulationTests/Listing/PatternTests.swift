import CacheEngine
import Foundation
import Testing

@testable import Simulation

@Suite("Patterns")
struct PatternTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "lessons/patterns")

  /// The names of all patterns that come with the program, in order.
  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".pattern") }
      .map { String($0.dropLast(8)) }.sorted()
  }()

  static func pattern(_ name: String) throws -> PatternFile {
    let file = folder.appending(path: "\(name).pattern")
    return try PatternFile(name: name, text: String(contentsOf: file, encoding: .utf8))
  }

  @Test func `the patterns of the first lessons are there`() {
    let needed = [
      "cache-aside", "cache-aside+coalesce", "cache-aside+early", "cache-aside+lock",
      "cache-aside+stale", "none",
      "write-around", "write-behind", "write-through",
    ]
    #expect(Set(needed).isSubset(of: Set(Self.names)))
  }

  @Test(arguments: names)
  func `a pattern is readable, says what it does, and compiles`(_ name: String) throws {
    let pattern = try Self.pattern(name)
    #expect(pattern.summary.hasSuffix("."))
    #expect(pattern.lines.allSatisfy { $0.utf8.count <= 70 })
    var symbols = SymbolTable()
    let program = try pattern.listing.compile(symbols: &symbols)
    let read = try #require(program.function(named: "read"))
    let write = try #require(program.function(named: "write"))
    #expect(program.functions[read].parameterCount == 1)
    #expect(program.functions[write].parameterCount == 2)
    #expect(program.source == pattern.listing.lines)
  }

  @Test func `cache-aside stands on the screen as the lessons print it`() throws {
    let listing = try Self.pattern("cache-aside").listing
    #expect(
      listing.lines == [
        "def read(key):",
        "    value = cache.get(key)",
        "    if value is not None:",
        "        return value",
        "    value = db.load(key)",
        "    cache.set(key, value, ttl=60s)",
        "    return value",
        "",
        "def write(key, value):",
        "    db.store(key, value)",
        "    cache.delete(key)",
      ])
  }

  @Test func `the lock stands on the screen as the lessons print it`() throws {
    let lines = try Self.pattern("cache-aside+lock").listing.lines
    #expect(lines[1] == "    while True:")
    #expect(lines[6] == "        if cache.set_nx(\"lock:\" + key, mine, ttl=2s):")
    #expect(lines[8] == "                value = db.load(key)")
    #expect(lines[11] == "                cache.delete_if(\"lock:\" + key, mine)")
    #expect(lines[13] == "        sleep(50ms)")
    #expect(lines[15] == "def write(key, value):")
  }

  @Test func `write-behind stands on the screen as the lessons print it`() throws {
    let pattern = try Self.pattern("write-behind")
    let aside = try Self.pattern("cache-aside")
    #expect(pattern.listing.lines.prefix(8) == aside.listing.lines.prefix(8))
    #expect(
      pattern.listing.lines.dropFirst(8) == [
        "def write(key, value):",
        "    cache.set(key, value, ttl=60s)",
        "    queue.put(key, value)",
        "",
        "every 5s:",
        "    batch = queue.take(100)",
        "    if batch:",
        "        db.store_all(batch)",
        "        queue.done(batch)",
      ])
    #expect(pattern.options.map(\.name) == ["ttl", "every", "batch"])
  }

  @Test(arguments: [(70_000, [2, 3, 4, 5, 6, 7]), (69_000, [2, 3, 4, 5, 6, 8, 9, 10])])
  func `early refresh loads when the lot falls beyond what is left`(
    _ row: (left: Int, lines: [Int])
  ) throws {
    // The lot is 0.5, and 100 ms × −ln 0.5 are 69.3 ms.
    let lines = try Self.pattern("cache-aside+early").listing.lines
    var bench = try Bench(lines.joined(separator: "\n"))
    bench.cache["k"] = .number(1)
    bench.remaining = .duration(Int64(row.left))
    #expect(try bench.walk("read", [bench.text("k")]) == row.lines)
  }

  @Test func `options are named, explained, and belong to the pattern or to its guard`() throws {
    let pattern = try Self.pattern("cache-aside+lock")
    #expect(pattern.patternName == "cache-aside")
    #expect(pattern.guardName == "lock")
    #expect(try Self.pattern("none").guardName == nil)
    #expect(pattern.options.map(\.placeholder) == ["$ttl", "$lock_ttl", "$wait"])
    #expect(pattern.options.map(\.name) == ["ttl", "ttl", "wait"])
    #expect(pattern.options.map(\.defaultValue) == ["60s", "2s", "50ms"])
    #expect(pattern.options.map(\.isGuardOption) == [false, true, true])
    #expect(pattern.options[1].explanation == "how long the lock lives without its owner")
  }

  @Test func `an option changes the lines that it stands in`() throws {
    let listing = try Self.pattern("cache-aside+lock").listing
    let changed =
      try listing.setting("ttl", to: "1h").setting("ttl", to: "200ms", ofGuard: true)
    #expect(changed.lines[9].hasSuffix("cache.set(key, value, ttl=1h)"))
    #expect(changed.lines[6].hasSuffix("ttl=200ms):"))
    #expect(changed.value(of: "ttl") == "1h")
    #expect(changed.value(of: "ttl", ofGuard: true) == "200ms")
    #expect(listing.value(of: "ttl") == "60s")
    #expect(try listing.setting("ttl", to: "None").lines[9].hasSuffix("ttl=None)"))
  }

  @Test(
    arguments: [
      ("workers", "1", "line 1, column 1: The pattern has no option `workers`. It has ttl."),
      ("tll", "1s", "line 1, column 1: The pattern has no option `tll`. Did you mean `ttl`?"),
      (
        "ttl", "60",
        "line 6, column 1: `60` cannot be the ttl. Write something like `60s`."
      ),
      (
        "ttl", "1s) ; x",
        "line 6, column 1: `1s) ; x` cannot be the ttl. Write something like `60s`."
      ),
      ("ttl", "", "line 6, column 1: `` cannot be the ttl. Write something like `60s`."),
    ]
  )
  func `a wrong option is refused`(_ row: (String, String, String)) throws {
    let listing = try Self.pattern("cache-aside").listing
    let error = #expect(throws: ListingError.self) { try listing.setting(row.0, to: row.1) }
    #expect(error?.description == row.2)
  }

  @Test(
    arguments: [
      (
        "def read(key):\n    pass",
        "1: the file does not begin with a comment — "
          + "begin with `# ` and one sentence about the pattern"
      ),
      (
        "# Summary.\n# options ttl\ndef f():\n    pass",
        "2: `# options ttl` is no option — write `# option $ttl = 60s: what it decides`"
      ),
      (
        "# Summary.\n# option $ttl = 60s: x\n# option $ttl = 1s: y\ndef f():\n    sleep($ttl)",
        "3: $ttl stands in the head twice — remove one of them"
      ),
      (
        "# Summary.\n# option $ttl = 60s: how long\ndef f():\n    pass",
        "2: $ttl stands in no line — remove the option, or use it"
      ),
      (
        "# Summary.\ndef f():\n    sleep($wait)",
        "3: $wait is no option of the head — add `# option $wait = …: …`"
      ),
      (
        "# Summary.\n\ndef f():\n    pass",
        "2: the listing does not begin right under the head — remove the empty line"
      ),
      ("# Summary.", "2: the listing does not begin right under the head — remove the empty line"),
      (
        "# Summary.\ndef f():\n    sleap(1s)",
        "3: There is no function `sleap`. — Did you mean `sleep`?"
      ),
    ]
  )
  func `a broken pattern file says where and what`(_ row: (text: String, sentence: String)) {
    let error = #expect(throws: PatternFileError.self) {
      try PatternFile(name: "x", text: row.text)
    }
    #expect(error.map { "\($0.line): \($0)" } == row.sentence)
  }
}
