import PolicyLab
import Testing

/// What is said of a broken record.
@Suite struct FaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var format: String
    var text: String
    var message: String
    var columns: String?
    var testDescription: String { message }
  }

  static let cases = [
    Case(
      format: "csv", text: "key,size\na,10\nb,x12\n",
      message: "t.csv:3: the size is “x12”, which is no number — "
        + "mend it, or leave such lines out with --skip-broken"),
    Case(
      format: "csv", text: "key,size\na,5000000000\n",
      message: "t.csv:2: the size is 5000000000, and the largest there can be is 4294967295 — "
        + "mend it, or leave such lines out with --skip-broken"),
    Case(
      format: "csv", text: "key,size\na,99999999999999999999999\n",
      message: "t.csv:2: the size is 99999999999999999999999, and the largest there can be is "
        + "4294967295 — mend it, or leave such lines out with --skip-broken"),
    Case(
      format: "csv", text: "key,size\na\n",
      message: "t.csv:2: it has one column, and column 2 is needed — "
        + "mend it, or leave such lines out with --skip-broken"),
    Case(
      format: "csv", text: "key,size\n,4\n",
      message: "t.csv:2: there is no key — mend it, or leave such lines out with --skip-broken"),
    Case(
      format: "csv", text: "1,2,3\n",
      message: "t.csv:1: nothing says which of the 3 columns is the key — "
        + "say so, with --columns key=2,size=3 for example"),
    Case(
      format: "csv", text: "a,b\n1,2\n",
      message: "t.csv:1: the header has no column what; it has a, b — "
        + "name another one with --columns", columns: "key=what"),
    Case(
      format: "blocks", text: "1 2\nx 2\n",
      message: "t.csv:2: the first block is “x”, which is no number — "
        + "mend it, or leave such lines out with --skip-broken"),
    Case(
      format: "blocks", text: "1 99999999\n",
      message: "t.csv:1: the number of blocks is 99999999, and the largest there can be is "
        + "4194304 — mend it, or leave such lines out with --skip-broken"),
    Case(
      format: "blocks", text: "1 0\n",
      message: "t.csv:1: it is a range of no blocks — is it another --format? "
        + "Lines that are broken are left out with --skip-broken"),
    Case(
      format: "twitter", text: "1,2,3\n",
      message: "t.csv:1: the line does not look like 0,key,17,213,4,get,0 — "
        + "is it another --format? Lines that are broken are left out with --skip-broken"),
    Case(
      format: "twitter", text: "0,k,1,2,3,got,0\n",
      message: "t.csv:1: there is no operation “got” — is it another --format? "
        + "Lines that are broken are left out with --skip-broken"),
    Case(
      format: "oracleGeneral", text: "0123456789",
      message: "t.csv, record 1: the file ends 10 bytes into a record of 24 — "
        + "copy the file again, or leave the torn record out with --skip-broken"),
    Case(
      format: "oracleGeneral", text: "the words of a text file are no such records",
      message: "t.csv, record 1: the next use is said to be request 7308332182667556965 — "
        + "is it another --format? Lines that are broken are left out with --skip-broken"),
  ]

  @Test(arguments: cases) func `a broken record is named, with what to do`(fault: Case) throws {
    var options = FormatOptions()
    if let columns = fault.columns {
      options.columns = try #require(ColumnChoice(columns))
    }
    let error = try #require(throws: TraceFault.self) {
      try Reading(fault.text).trace(fault.format, options)
    }
    #expect(error.message(file: "t.csv") == fault.message)
  }

  @Test func `broken lines are left out and counted when this is asked for`() throws {
    var options = FormatOptions()
    options.skipsBroken = true
    let trace = try Reading("key,size\na,10\nb,x\nc,3\nd\n").trace("csv", options)
    #expect(trace.ids == [0, 1])
    #expect(trace.sizes == [10, 3])
    #expect(trace.broken == 2)
    let torn = try Reading(bytes: Array(repeating: 0, count: 30)).trace("oracle", options)
    #expect(torn.requests == 1)
    #expect(torn.broken == 1)
  }

  @Test func `any bytes are read or refused, in every format`() throws {
    var random: UInt64 = 7
    for round in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<(round % 120) {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let byte = UInt8(truncatingIfNeeded: random >> 33)
        bytes.append(round % 2 == 0 ? byte : Array("0123,\t\n\" []ab*-.".utf8)[Int(byte) % 16])
      }
      for row in FormatCatalog.standard.rows {
        _ = try? Reading(bytes: bytes).trace(row)
        _ = FormatCatalog.standard.guess(name: "x", head: TraceHead(bytes))
      }
    }
  }
}
