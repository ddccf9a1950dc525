import Foundation
import Testing

/// The second start: exactly where the first one ended, or a reason why not.
@Suite(.serialized) struct ResumeTests {
  static let start = "read user:1\nnext\nanswer d\n"

  @Test func `question, answer and hints are there again`() throws {
    let home = try Home()
    _ = try home.run(["--plain"], input: "read user:1\nnext\nhint\nhint\nquit\n")
    let second = try home.run(["--plain"], input: "hint\nanswer d\nquit\n")
    #expect(second.output.contains("Welcome back: part 2 of"))
    #expect(second.output.contains("Hint 3 of 3"))
    let third = try home.run(["--plain"], input: "quit\n")
    #expect(third.output.contains("You said  102 ms"))
    #expect(home.recordings.count == 1)
  }

  @Test func `requests that are held and lines cut off by a kill are no obstacle`() throws {
    let home = try Home()
    let held = "begin read user:5\nstep A\nherd user:4 30 &\nquit\n"
    _ = try home.run(["--plain"], input: Self.start + held)
    let path = try #require(home.recordings.first)
    let before = try String(contentsOfFile: path, encoding: .utf8)
    try (before + "@1000 rea").write(toFile: path, atomically: true, encoding: .utf8)
    let second = try home.run(["--plain"], input: "step A\nquit\n")
    #expect(second.output.contains("Welcome back: part 2 of"))
    #expect(!second.output.contains("No request A"))
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("step A\n@1000"))
    #expect(try home.run(["replay", "--check", path]).status == 0)
  }

  @Test func `looking in leaves no recording, and the sandbox leaves the place`() throws {
    let home = try Home()
    _ = try home.run(["--plain"], input: "quit\n")
    #expect(home.recordings.isEmpty)
    #expect(try home.run([]).status == 2)
    #expect(home.recordings.isEmpty)
    _ = try home.run(["--plain"], input: Self.start + "quit\n")
    _ = try home.run(["play", "--plain"], input: "rows a=1\nread a\nquit\n")
    let again = try home.run(["--plain"], input: "quit\n")
    #expect(again.output.contains("Welcome back: part 2 of"))
  }

  @Test func `the place moves on to another lesson`() throws {
    let home = try Home()
    _ = try home.run(["--plain"], input: Self.start + "quit\n")
    let other = try home.run(
      ["learn", "thundering-herd", "--plain"], input: "stats\nhint\nquit\n")
    #expect(other.output.contains("It builds on what is not done yet: lesson cache-aside"))
    let again = try home.run(["--plain"], input: "quit\n")
    #expect(again.output.contains("The thundering herd"))
  }

  @Test func `a lesson that was changed begins its part afresh and says so`() throws {
    let home = try Home()
    _ = try home.run(["--plain"], input: Self.start + "quit\n")
    let lessons = home.folder.appendingPathComponent("lessons")
    try FileManager.default.copyItem(
      at: Home.root.appendingPathComponent("lessons"), to: lessons)
    let file = lessons.appendingPathComponent("20-reading-and-writing/10-cache-aside.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    try (text + "\nOne line more.\n").write(to: file, atomically: true, encoding: .utf8)
    let again = try home.run(["--plain", "--lessons", lessons.path], input: "quit\n")
    #expect(again.output.contains("Part 2 of 10"))
    #expect(again.output.contains("from its beginning. The lesson's text has changed since."))
  }

  @Test func `a recording that does not hold any more is named`() throws {
    let home = try Home()
    _ = try home.run(["--plain"], input: Self.start + "read user:7\nquit\n")
    let path = try #require(home.recordings.first)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: "read user:7", with: "reed user:7")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let again = try home.run(["--plain"], input: "quit\n")
    #expect(again.output.contains("Part 2 of"))
    #expect(again.output.contains("The last session goes another way now"))
    #expect(again.output.contains(path + ":10"))
  }

  @Test func `two at once go on from the same part, each with a recording`() throws {
    let home = try Home()
    _ = try home.run(["--plain"], input: Self.start + "quit\n")
    let first = try home.start()
    try first.wait(for: "Welcome back")
    let second = try home.run(["--plain"], input: "answer d\nread user:7\nquit\n")
    #expect(second.output.contains("Part 2 of"))
    #expect(second.output.contains("Another cachetutor goes on with your session"))
    #expect(home.recordings.count == 2)
    for path in home.recordings {
      #expect(try home.run(["replay", "--check", path]).status == 0)
    }
  }

  @Test func `watching a recording changes nothing that was learnt`() throws {
    let home = try Home()
    _ = try home.run(["--plain"], input: Self.start + "quit\n")
    let path = try #require(home.recordings.first)
    let other = try Home()
    _ = try other.run(["replay", "--plain", path], input: "quit\n")
    #expect(other.recordings.isEmpty)
    #expect(try other.run(["--plain"], input: "quit\n").output.contains("Part 1 of"))
  }

  @Test func `what is typed after a recording is recorded together with it`() throws {
    let home = try Home()
    _ = try home.run(["--plain"], input: Self.start + "quit\n")
    let path = try #require(home.recordings.first)
    let other = try Home()
    _ = try other.run(["replay", "--plain", path], input: "read user:7\nquit\n")
    let taken = try #require(other.recordings.first)
    let text = try String(contentsOfFile: taken, encoding: .utf8)
    #expect(text.contains("answer d\n= ") || text.contains("answer d\n@0 read user:7\n"))
    #expect(text.contains("@616000 read user:1"))
    #expect(try other.run(["replay", "--check", taken]).status == 0)
  }
}
