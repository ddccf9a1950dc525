import Foundation
import PolicyLab
import Testing
import TraceFiles

/// From files to traces.
@Suite struct TraceFileTests {
  static func read(_ path: String) throws -> LabTrace {
    var builder = TraceBuilder()
    try TraceFile(path: path).read(into: &builder)
    return builder.trace(name: path)
  }

  @Test func `plain, gzip and zstd are the same trace`() throws {
    let plain = try Self.read(Golden.fixture("squares.txt"))
    #expect(plain.requests == 1_000)
    for packed in ["squares.txt.gz", "squares.txt.zst"] {
      #expect(try Self.read(Golden.fixture(packed)).ids == plain.ids)
    }
  }

  @Test(arguments: ["squares.txt.gz", "squares.txt.zst"])
  func `what ends early is said to`(name: String) throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: Golden.fixture(name)))
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for length in [5, whole.count / 3, whole.count - 1] {
      let torn = folder.appendingPathComponent(name)
      try whole.prefix(length).write(to: torn)
      let error = try #require(throws: TraceFileError.self) { try Self.read(torn.path) }
      #expect(error.message.contains("ends early"))
    }
    var damaged = whole
    for place in 20..<40 { damaged[place] ^= 0x5A }
    let path = folder.appendingPathComponent("damaged-" + name)
    try damaged.write(to: path)
    #expect(throws: TraceFileError.self) { try Self.read(path.path) }
  }

  @Test func `a file that is not there, a folder, and nothing at all`() throws {
    let missing = try #require(throws: TraceFileError.self) { try Self.read("/nowhere/t.csv") }
    #expect(missing.message == "/nowhere/t.csv: cannot read it: No such file or directory")
    let folder = try #require(throws: TraceFileError.self) { try Self.read("/usr") }
    #expect(folder.message == "/usr: cannot read it: Is a directory")
    let nothing = try #require(throws: TraceFileError.self) { try Self.read("/dev/null") }
    #expect(nothing.message.hasPrefix("/dev/null: there is no request in it"))
  }

  @Test func `a sample keeps every request of the keys that it keeps`() throws {
    var builder = TraceBuilder(sampling: Sampling(rate: 0.25))
    try TraceFile(path: Golden.path("mixed.txt")).read(into: &builder)
    let sample = builder.trace(name: "sample")
    let whole = try Golden.mixed()
    #expect(sample.requestsRead == whole.requests)
    #expect((5_500...7_600).contains(sample.keys))
    var counts = [Int](repeating: 0, count: whole.keys)
    for id in whole.ids { counts[Int(id)] += 1 }
    var kept = [Int](repeating: 0, count: sample.keys)
    for id in sample.ids { kept[Int(id)] += 1 }
    // The most popular keys of the sample are as popular in the whole.
    let known = Set(counts)
    #expect(kept.allSatisfy { known.contains($0) })
  }

  @Test(arguments: [
    ("ids.txt", "user:4\n17\nuser:4\n017\n", ["user:4", "17", "user:4", "017"]),
    ("t.csv", "time,key,size\n1,\"a,b\",5\n2,c,6\n", ["a,b", "c"]),
    ("r.trc", "5 3 0 1\n9 1 0 2\n", ["5", "6", "7", "9"]),
    (
      "m.monitor",
      """
      1339518083.1 [0 127.0.0.1:6] "MGET" "user:4" "user:5"
      1339518083.2 [0 127.0.0.1:6] "SET" "x" "1"
      1339518083.3 [0 127.0.0.1:6] "get" "user:4"

      """, ["user:4", "user:5", "user:4"]
    ),
    (
      "access.log",
      """
      1.2.3.4 - - [10/Oct/2000:13:55:36 -0700] "GET /a?b=1 HTTP/1.0" 200 26
      1.2.3.4 - - [10/Oct/2000:13:55:37 -0700] "POST /a HTTP/1.0" 200 26

      """, ["/a?b=1"]
    ),
    ("twitter", "0,k:1,3,5,1,get,0\n1,k,2,3,5,1,set,0\n2,k,2,3,5,1,get,0\n", ["k:1", "k,2"]),
  ])
  func `keys keep their names, whatever the format`(
    name: String, text: String, keys: [String]
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    let read = try TraceFile(path: file.path).keys(most: 10)
    #expect(read.keys.map { String(decoding: $0, as: UTF8.self) } == keys)
    #expect(!read.isCut)
    let first = try TraceFile(path: file.path).keys(most: 1)
    #expect(first.keys.count == 1)
    #expect(first.isCut == (keys.count > 1))
  }

  @Test func `who wants names waits for no pipe`() throws {
    for path in ["/dev/zero", "/usr"] {
      let error = try #require(throws: TraceFileError.self) {
        try TraceFile(path: path).keys(most: 10)
      }
      #expect(error.message.hasPrefix("\(path): it is no ordinary file"))
    }
  }

  @Test func `only so many requests are read`() throws {
    var builder = TraceBuilder(most: 700)
    try TraceFile(path: Golden.fixture("squares.txt")).read(into: &builder)
    #expect(builder.trace(name: "part").requests == 700)
  }
}
