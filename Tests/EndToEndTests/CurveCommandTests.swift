import Foundation
import Testing

/// `cachetutor curve`, `advise` and `trace`: a trace in, pictures and words out.
@Suite struct CurveCommandTests {
  private static let mixed = SimulateTests.mixed

  @Test func `curves in the terminal fit a page, with axes, letters and the knee`() throws {
    let result = try Home().run(["curve", "--trace", Self.mixed, "--policy", "opt,lru,fifo"])
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 32)
    #expect(lines.dropFirst().allSatisfy { $0.count <= 80 })
    for part in ["80 %", "10 k", "a opt", "b lru", "c fifo", "● the knee of lru", "entries"] {
      #expect(result.output.contains(part), "\(part)")
    }
    #expect(result.output.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) })
  }

  @Test func `without Unicode the picture is drawn with ASCII`() throws {
    let result = try Home().run(
      ["curve", "--trace", Self.mixed, "--policy", "lru"], locale: "C")
    #expect(result.output.utf8.allSatisfy { $0 < 128 })
  }

  @Test func `curves for programs, exact where they can be`() throws {
    let home = try Home()
    let arguments = ["curve", "--trace", Self.mixed, "--policy", "lru", "--points", "5"]
    let csv = try home.run(arguments + ["--csv"]).output.split(separator: "\n")
    #expect(csv.first == "trace,policy,capacity,miss_ratio,exact")
    #expect(csv.count == 6)
    #expect(csv.last?.hasSuffix(",lru,26204,0.203132,true") == true, "\(csv.last ?? "")")
    let picture = home.folder.appendingPathComponent("curve.svg").path
    let result = try home.run(arguments + ["--svg", picture, "--json"])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect((document["curves"] as? [Any])?.count == 1)
    let svg = try String(contentsOfFile: picture, encoding: .utf8)
    #expect(svg.hasPrefix("<svg") && svg.hasSuffix("</svg>\n"))
    let refused = try home.run(arguments + ["--svg", "/nowhere/x.svg"])
    #expect(refused.status == 3)
    #expect(refused.output.hasPrefix("cachetutor: /nowhere/x.svg: cannot create it: "))
  }

  @Test func `advice names the knee, the best policy and what a doubling buys`() throws {
    let result = try Home().run([
      "advise", "--trace", Self.mixed, "--size", "1KiB", "--price", "4", "--policy", "lru,fifo",
    ])
    #expect(result.status == 0)
    for part in [
      "Knee: ", "The best policy by capacity:", "nothing beats LRU", "Twice the memory",
      "requests less for the database", "a month",
    ] {
      #expect(result.output.contains(part), "\(part) is not in \(result.output)")
    }
    let lines = result.output.split { $0 == "\n" }
    #expect(lines.dropFirst().allSatisfy { $0.count <= 80 })
  }

  @Test func `a trace is described, with its six scans`() throws {
    let result = try Home().run(["trace", Self.mixed])
    #expect(result.status == 0)
    for part in ["129 000 requests for 26 204 keys", "6 scans", "k^0.85", "Working set"] {
      #expect(result.output.contains(part), "\(part) is not in \(result.output)")
    }
    let json = try Home().run(["trace", "-", "--json"], input: "a\nb\na\n")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(document["once_only"] as? Int == 1)
  }

  @Test(arguments: [
    (["curve", "--policy", "lur", "--workload", "loop"], "did you mean lru?"),
    (["curve", "--points", "1", "--workload", "loop"], "--points is 1"),
    (["curve", "--bytes", "--workload", "loop:requests=9"], "the trace has no sizes"),
    (["advise", "--price=-1", "--workload", "loop"], "--price -1.0 is no price"),
    (["advise", "--price", "1", "--workload", "loop:requests=9"], "--price needs the sizes"),
    (["advise", "--capacity", "0", "--workload", "loop"], "--capacity 0 holds nothing"),
    (["trace", "x", "--trace", "y"], "two traces are named"), (["trace"], "nothing to study"),
  ])
  func `what is wrong is said, and the exit code is 2`(
    arguments: [String], message: String
  ) throws {
    let result = try Home().run(arguments)
    #expect(result.status == 2)
    let text = result.output
    #expect(text.contains(message), "\(text)")
  }
}
