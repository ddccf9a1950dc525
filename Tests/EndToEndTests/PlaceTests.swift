import Foundation
import Testing

/// `cachetutor place`: keys in, owners out.
@Suite struct PlaceTests {
  static let five = (11301...11305).map { "127.0.0.1:\($0)" }

  /// The owners that the memcached clients give 3 000 keys, before and after two changes.
  static func golden() throws -> [[String]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("CacheEngineTests/Fixtures/ketama-keys.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
      .dropFirst()
    return lines.map { $0.split(separator: ",").map(String.init) }
  }

  @Test(arguments: [("+127.0.0.1:11306", 3), ("-127.0.0.1:11303", 4)])
  func `ketama gives every key the owner that the memcached clients give it`(
    change: String, column: Int
  ) throws {
    let golden = try Self.golden()
    let result = try Home().run(
      [
        "place", "--scheme", "ketama", "--nodes", Self.five.joined(separator: ","), "--then",
        change, "--csv", "-",
      ], input: golden.map { $0[0] }.joined(separator: "\n") + "\n")
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n").map(String.init)
    #expect(rows.first == "key,hash,owner,then")
    #expect(rows.count == 3_001)
    let expected = golden.map { "\($0[0]),\($0[1]),\($0[2]),\($0[column])" }
    #expect(Array(rows.dropFirst()) == expected)
  }

  @Test func `a newcomer on the circle, key by key and in sum`() throws {
    let arguments = ["place", "--nodes", "A,B,C", "--vnodes", "1", "--then", "+D"]
    let keys = try Home().run(arguments + ["city:2..3", "city:8"])
    #expect(
      keys.output == """
        city:2  C  stays
        city:3  B → D  from 123.0° the walk meets 164.0° before 192.0°
        city:8  A  stays

        ring, 1 point a node: 3 keys
          node  keys  share  then  share
          A        1   33 %     1   33 %
          B        1   33 %     0    0 %
          C        1   33 %     1   33 %
          D        0    0 %     1   33 %
        1 of 3 keys move (33 %); 1 would be fair; modulo would move 3

        """)
    let sum = try Home().run(arguments + ["--summary", "city:1..1000"])
    #expect(
      sum.output == """
        ring, 1 point a node: 1 000 keys
          node  keys  share  then  share
          A      569   57 %   569   57 %
          B      363   36 %    78  7.8 %
          C       68  6.8 %    68  6.8 %
          D        0    0 %   285   29 %
        285 of 1 000 keys move (29 %); 250 would be fair; modulo would move 759

        """)
  }

  @Test func `weights, and nobody coming or going`() throws {
    let result = try Home().run(["place", "--nodes", "A,B,C,D=2", "--summary", "city:1..1000"])
    #expect(result.output.contains("D ×2   371   37 %"))
    #expect(!result.output.contains("move"))
    let modulo = try Home().run(
      [
        "place", "--scheme", "modulo", "--nodes", "A,B,C", "--then", "+D", "--summary",
        "city:1..1000",
      ])
    #expect(modulo.output.hasSuffix("759 of 1 000 keys move (76 %); 250 would be fair\n"))
  }

  @Test func `keys come through a pipe as they are`() throws {
    let result = try Home().run(
      ["place", "--nodes", "a", "--csv"], input: "a\r\n\nb,c\n\"d\"\nlast")
    let names = result.output.split(separator: "\n").map { $0.replacing(/,\d+,a$/, with: "") }
    #expect(names == ["key,hash,owner", "a", "\"b,c\"", "\"\"\"d\"\"\"", "last"])
  }

  @Test func `a hundred thousand keys come through a pipe`() throws {
    let keys = (1...100_000).map { "key:\($0)" }.joined(separator: "\n")
    let result = try Home().run(["place", "--nodes", "a,b,c", "--summary"], input: keys)
    #expect(result.output.hasPrefix("ring, 150 points a node: 100 000 keys\n"))
  }

  @Test(arguments: [
    (["--scheme", "rng", "--nodes", "a", "x"], "there is no placement rng — did you mean ring?"),
    (["--nodes", "alpha,beta", "--then", "-alpa", "x"], "did you mean alpha?"),
    (["--nodes", "a,a", "x"], "node a is named twice"),
    (["--nodes", "a=0", "x"], "the weight of a is 0 — write a number from 1 to 100"),
    (["--nodes", "a=", "x"], "the weight of a is"),
    (["--nodes", "=2", "x"], "=2 in --nodes names no node"),
    (["--nodes", ",", "x"], "no node is named"),
    (["--nodes", "a", "--then", "-a", "x"], "nobody is left"),
    (["--nodes", "a", "--then", "b", "x"], "--then b is no change — write +d"),
    (["--nodes", "a", "--vnodes", "0", "x"], "--vnodes is 0 — write a number from 1"),
    (["--nodes", "a", "city:9..1"], "write city:1..9"),
    (["--nodes", "a", "--csv", "--summary", "x"], "--csv has no summary"),
    (["x"], "--nodes"), (["--nodes", "a", "--vnodes", "many", "x"], "many"),
  ])
  func `what is wrong is said, and the exit code is 2`(
    arguments: [String], message: String
  ) throws {
    let result = try Home().run(["place"] + arguments)
    #expect(result.status == 2)
    let text = result.output
    #expect(text.contains(message), "\(text)")
  }
}
