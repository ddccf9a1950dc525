import PolicyLab
import Testing

/// Every format: a picture of a trace, and the requests that are in it.
@Suite struct FormatTests {
  @Test func `one key a line, a number or a word`() throws {
    let trace = try Reading("17\nuser:4\n\n 17 \r\n007\n7").trace("ids")
    #expect(trace.ids == [0, 1, 0, 2, 3])
    #expect(trace.keys == 4)
    #expect(!trace.hasSizes)
  }

  @Test func `columns are found by the names of the header`() throws {
    let trace = try Reading("time,obj_id,size\n1,a,10\n2,b,20\n3.5,a,11\n").trace("csv")
    #expect(trace.ids == [0, 1, 0])
    #expect(trace.sizes == [10, 20, 11])
    #expect(trace.keyBytes == 30)
    #expect(trace.span == 1_000...3_500)
  }

  @Test func `columns are chosen by number, with a header or without`() throws {
    var options = FormatOptions()
    options.columns = try #require(ColumnChoice("key=2,size=3"))
    let bare = try Reading("1,a,10\n2,b,20\n").trace("csv", options)
    let headed = try Reading("when,what,how much\n1,a,10\n2,b,20\n").trace("csv", options)
    #expect(bare.ids == [0, 1])
    #expect(headed.ids == bare.ids)
    #expect(headed.sizes == [10, 20])
  }

  @Test func `columns are chosen by name, and fields may stand in quotation marks`() throws {
    var options = FormatOptions()
    options.columns = try #require(ColumnChoice("key=what"))
    let trace = try Reading("n\twhat\n1\t\"a \"\"b\"\"\"\n2\t\"a\tb\"\n3\t\"a \"\"b\"\"\"\n")
      .trace("tsv", options)
    #expect(trace.ids == [0, 1, 0])
  }

  @Test func `a range is as many requests as it has blocks`() throws {
    let trace = try Reading("5 3 0 1\n6 1 0 2\n*\n7\n").trace("arc")
    #expect(trace.ids == [0, 1, 2, 1, 2])
  }

  @Test func `reads of Twitter's caches, with commas in keys`() throws {
    let text = """
      0,q:q:1,17,213,4,get,0
      0,a,b,3,10,4,gets,0
      1,q:q:1,17,213,4,set,86400
      2,q:q:1,17,213,4,get,0
      2,gone,4,0,4,delete,0

      """
    let reads = try Reading(text).trace("twitter")
    #expect(reads.ids == [0, 1, 0])
    #expect(reads.sizes == [230, 13, 230])
    #expect(reads.skipped == 2)
    var options = FormatOptions()
    options.countsWrites = true
    let all = try Reading(text).trace("twitter", options)
    #expect(all.ids == [0, 1, 0, 0])
    #expect(all.skipped == 1)
  }

  @Test func `every key that a Redis server is asked for`() throws {
    let text = #"""
      OK
      1339518083.107412 [0 127.0.0.1:60866] "keys" "*"
      1339518087.877697 [0 127.0.0.1:60866] "GET" "user:4"
      1339518090.420270 [0 lua] "mget" "user:5" "user:4" "a \"b\""
      1339518096.506257 [1 unix:/run/redis.sock] "set" "x" "6"

      """#
    let reads = try Reading(text).trace("monitor")
    #expect(reads.ids == [0, 1, 0, 2])
    #expect(reads.skipped == 2)
    #expect(reads.span == 1_339_518_087_877...1_339_518_090_420)
    var options = FormatOptions()
    options.countsWrites = true
    #expect(try Reading(text).trace("monitor", options).requests == 5)
  }

  @Test func `pages that a web server was asked for`() throws {
    let text = #"""
      1.2.3.4 - ada [10/Oct/2000:13:55:36 -0700] "GET /logo.gif HTTP/1.0" 200 2326
      ::1 - - [10/Oct/2000:13:55:37 -0700] "GET /a?b=\"c\" HTTP/1.1" 304 - "-" "agent \"x\""
      1.2.3.4 - - [10/Oct/2000:13:55:38 -0700] "POST /form HTTP/1.0" 200 5
      1.2.3.4 - - [10/Oct/2000:13:55:39 -0700] "-" 408 -
      1.2.3.4 - - [10/Oct/2000:13:55:40 -0700] "HEAD /logo.gif HTTP/1.0" 200 0

      """#
    let trace = try Reading(text).trace("clf")
    #expect(trace.ids == [0, 1, 0])
    #expect(trace.sizes == [2_326, 1, 1])
    #expect(trace.skipped == 2)
    #expect(trace.span == 971_211_336_000...971_211_340_000)
  }

  @Test func `packed records`() throws {
    var bytes: [UInt8] = []
    for (second, key, size, next) in [(1, 9, 100, 3), (2, 8, 200, -1), (5, 9, 100, -1)] {
      bytes += Self.little(UInt64(second), 4) + Self.little(UInt64(key), 8)
      bytes += Self.little(UInt64(size), 4) + Self.little(UInt64(bitPattern: Int64(next)), 8)
    }
    let trace = try Reading(bytes: bytes).trace("oracleGeneral")
    #expect(trace.ids == [0, 1, 0])
    #expect(trace.sizes == [100, 200, 100])
    #expect(trace.span == 1_000...5_000)
    let guess = FormatCatalog.standard.guess(name: "x", head: TraceHead(bytes))
    #expect(guess?.name == "oracleGeneral")
  }

  @Test(arguments: 1...40)
  func `it does not matter in which pieces the bytes come`(piece: Int) throws {
    let rows = "time,key,size\r\n" + (0..<200).map { "\($0),k\($0 % 17),\($0 + 1)\r\n" }.joined()
    let whole = try Reading(rows).trace("csv")
    let pieces = try Reading(rows, piece: piece).trace("csv")
    #expect(whole.ids == pieces.ids)
    #expect(whole.sizes == pieces.sizes)
  }

  @Test func `the format is told by the first lines`() {
    let examples = [
      ("17\n4\n", "ids"), ("a,b\n1,2\n", "csv"), ("a\tb\n", "tsv"), ("5 3 0 1\n", "blocks"),
      ("0,k,1,2,3,get,0\n", "twitter"),
      ("1339518083.10 [0 127.0.0.1:60866] \"get\" \"a\"\n", "monitor"),
      ("1.2.3.4 - - [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.0\" 200 26\n", "clf"),
    ]
    for (text, name) in examples {
      #expect(FormatCatalog.standard.guess(name: "-", head: TraceHead(text.utf8))?.name == name)
    }
    #expect(FormatCatalog.standard.guess(name: "x.bin", head: TraceHead([0, 1, 2])) == nil)
    #expect(FormatCatalog.standard.guess(name: "x", head: TraceHead("a b c\n".utf8)) == nil)
  }

  @Test(arguments: FormatCatalog.standard.rows.map(\.name))
  func `a row says what it reads, and its example is readable`(name: String) throws {
    let row = try #require(FormatCatalog.standard.find(name))
    #expect(!row.summary.isEmpty && !row.reference.isEmpty)
    guard let example = row.example else { return }
    var options = FormatOptions()
    options.columns = try #require(ColumnChoice("key=2,size=3,time=1"))
    #expect(try Reading(example + "\n").trace(name, options).requests >= 1)
    for other in row.aliases { #expect(FormatCatalog.standard.find(other)?.name == name) }
  }

  @Test func `one file and one row make a new format`() throws {
    var catalog = FormatCatalog.standard
    catalog.register(PipeFormat.row)
    let text = "|a|\n|b|\n|a|\n"
    let row = try #require(catalog.guess(name: "x", head: TraceHead(text.utf8)))
    #expect(row.name == "pipes")
    #expect(try Reading(text).trace(row).ids == [0, 1, 0])
  }

  private static func little(_ number: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
  }
}

/// A format from outside the module: `|KEY|`, one a line, in ASCII.
private struct PipeFormat: TraceParser {
  var broken: Int { 0 }

  mutating func parse(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, into batch: inout RequestBatch
  ) throws(TraceFault) -> Int {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
      return isLast ? bytes.count : 0
    }
    batch.append(UInt64(bytes[1]))
    return end + 1
  }

  static let row = FormatRow(
    name: "pipes", summary: "keys between pipes", example: "|a|", reference: "this test",
    looks: { $0.wholeLines.allSatisfy { $0.hasPrefix("|") } }, make: { _ in PipeFormat() })
}
