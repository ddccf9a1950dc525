import Foundation
import LessonFiles
import Testing
import Tutor

/// The tutor without a terminal: lines in, lines out.
@Suite struct BatchTests {
  @Test func `commands are run from standard input`() throws {
    let home = try Home()
    let result = try home.run(["run", "-"], input: "rows a=1\nread a\nread a\n")
    #expect(result.status == 0)
    #expect(result.output.contains("you get 1 for a after 1 ms"))
  }

  @Test func `the result is one document`() throws {
    let home = try Home()
    let result = try home.run(["run", "--json"], input: "rows a=1\nread a\nread a\n")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let counts = try #require(document["result"] as? [String: Any])
    #expect(counts["hits"] as? Int == 1)
    #expect(counts["misses"] as? Int == 1)
    #expect(counts["clock_us"] as? Int == 103_000)
  }

  @Test func `a wrong line ends the run, with its place and its fix`() throws {
    let home = try Home()
    let result = try home.run(["run"], input: "rows a=1\ngte a\nread a\n")
    #expect(result.status == 1)
    #expect(result.output.contains("standard input:2"))
    #expect(result.output.contains("GET"))
  }

  @Test func `hostile bytes reach the terminal as pictures`() throws {
    let home = try Home()
    let result = try home.run(
      ["run"], input: "SET \"\\x1b[31mred\" \"\\x1b]0;title\\x07\"\nGET \"\\x1b[31mred\"\nlog\n")
    #expect(!result.output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  @Test(arguments: Home.lessons.map(\.id))
  func `a lesson is passed in a batch, by every solution`(id: String) throws {
    let home = try Home()
    let lesson = try #require(Home.library.lesson(id))
    let text = try GoldenWriter.session(of: lesson, in: Home.library, app: "test")
    let session = try SessionText.parse(text, path: "written.session")
    let lines = ["lesson \(id)"] + session.commands.map(\.command)
    let result = try home.run(["run", "--json"], input: lines.joined(separator: "\n") + "\n")
    #expect(result.status == 0, "\(result.output.suffix(600))")
    #expect(result.output.contains("that was the last part"))
    guard case .digest(_, let digest) = session.entries.last?.kind else { return }
    #expect(result.output.contains(SessionText.hexadecimal(digest)))
  }

  @Test func `the same lines give the same digest in every process and build`() throws {
    let home = try Home()
    let script = """
      rows key:1..50
      capacity 8
      traffic zipf 2000 keys=50
      policy lfu
      traffic zipf 2000 keys=50 rate=300/s
      node add B
      guard lock
      herd key:1 100
      crash B
      tick 90s
      """
    let builds = [Home.program, Home.release].compactMap { $0 }
    let outputs = try (builds + builds).map { program in
      try home.run(["run", "--json"], input: script, program: program).output
    }
    for output in outputs {
      #expect(output.contains("\"digest\""))
      #expect(output == outputs[0])
    }
  }

  @Test func `wrong arguments and missing files have their own exit codes`() throws {
    let home = try Home()
    #expect(try home.run(["--no-such-flag"]).status == 2)
    #expect(try home.run(["run", "/nowhere/at/all"]).status == 3)
    #expect(try home.run(["replay", "/nowhere/at/all"]).status == 3)
    #expect(try home.run(["learn", "no-such-lesson", "--plain"]).status == 2)
    #expect(try home.run(["check", "/nowhere"]).status == 3)
  }

  @Test func `one lesson that cannot be read says why, and not that there is none`() throws {
    let home = try Home()
    let folder = home.folder.appendingPathComponent("mine/10-first")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("10-broken.md").path
    let shipped = Home.root.appendingPathComponent("lessons/20-reading-and-writing")
      .appendingPathComponent("10-cache-aside.md")
    let text = try String(contentsOf: shipped, encoding: .utf8)
      .replacing("id: cache-aside", with: "id: mine").replacing("```goal", with: "```gaol")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let check = try home.run(["check", home.folder.path + "/mine", "--only", "mine"])
    #expect(check.status == 1)
    #expect(check.output.contains(path + ":"))
    #expect(check.output.contains("goal"))
  }

  @Test func `without Unicode in the locale everything is spelled in ASCII`() throws {
    let home = try Home()
    let plain = try home.run(
      ["--plain", "--ascii"], input: "read user:1\nSET k \"naïve → ü\"\nquit\n")
    #expect(plain.output.utf8.allSatisfy { $0 < 128 })
    #expect(plain.output.contains("> read user:1"))
    let script = "rows a=\u{201C}ä\u{201D}\nread a\n"
    let json = try home.run(["run", "--json"], input: script, locale: "C")
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    }
    let text = try home.run(["run"], input: script, locale: "C")
    #expect(text.output.utf8.allSatisfy { $0 < 128 })
  }
}
