import Foundation
import Testing

/// A session as a film, as text and as a picture.
@Suite struct ExportTests {
  private let session = """
    cachetutor session 1
    rules: 1
    seed: 7

    @0 rows a=1
    @0 read a
    @102000 mark warm
    @102000 read a

    """

  @Test func `a film is an asciicast with the marks as chapters`() throws {
    let home = try Home()
    let path = try home.file("one.session", session)
    let result = try home.run(["export", path, "--width", "80", "--height", "24"])
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map { Data($0.utf8) }
    let first = try #require(lines.first)
    let header = try #require(
      try JSONSerialization.jsonObject(with: first) as? [String: Any])
    #expect(header["version"] as? Int == 2)
    #expect(header["width"] as? Int == 80 && header["height"] as? Int == 24)
    let events = try lines.dropFirst().compactMap {
      try JSONSerialization.jsonObject(with: $0) as? [Any]
    }
    #expect(events.count == lines.count - 1)
    let times = events.compactMap { $0[0] as? Double }
    #expect(times == times.sorted() && times.count == events.count)
    #expect(events.filter { $0[1] as? String == "m" }.compactMap { $0[2] as? String } == ["warm"])
  }

  @Test func `text and pictures show what was said`() throws {
    let home = try Home()
    let path = try home.file("one.session", session)
    let text = try home.run(["export", path, "--format", "txt"])
    #expect(text.output.contains("=== read a"))
    #expect(text.output.contains("you get 1 for a after 1 ms"))
    let target = home.folder.appendingPathComponent("warm.svg")
    let svg = try home.run(
      ["export", path, "--format", "svg", "--at", "warm", "--output", target.path])
    #expect(svg.status == 0)
    let picture = try String(contentsOf: target, encoding: .utf8)
    #expect(picture.contains("you get 1 for a after 102 ms"))
    #expect(!picture.contains("you get 1 for a after 1 ms"))
  }

  @Test(arguments: [
    (["--at", "nowhere"], 2, "there is no mark nowhere — there are: warm"),
    (["--theme", "pink"], 2, "There is no theme pink"),
    (["--width", "20"], 2, "80 to 400 columns"),
    (["--output", "/nowhere/at/all.cast"], 3, "/nowhere/at/all.cast"),
  ])
  func `what cannot be written says why`(
    options: [String], status: Int, words: String
  ) throws {
    let home = try Home()
    let path = try home.file("one.session", session)
    let result = try home.run(["export", path, "--speed", "50"] + options)
    #expect(result.status == Int32(status))
    #expect(result.output.contains(words))
  }
}
