import Foundation
import Testing

/// Progress from one home to another, as a file and through a pipe.
@Suite struct ProgressTests {
  private func learnt() throws -> (home: Home, text: String) {
    let home = try Home()
    let input = "read user:1\nquit\n"
    #expect(try home.run(["learn", "cache-aside", "--plain"], input: input).status == 0)
    let result = try home.run(["progress", "export"])
    #expect(result.status == 0)
    return (home, result.output)
  }

  @Test func `what was learnt here is known there`() throws {
    let (home, text) = try learnt()
    #expect(text.hasPrefix("cachetutor progress 1\nresume cache-aside "))
    #expect(text.contains("\nlesson cache-aside\n"))
    #expect(!text.contains(".session"))
    let other = try Home()
    let target = other.folder.appendingPathComponent("mine.progress").path
    let written = try home.run(["progress", "export", target])
    #expect(written.output == "Written: \(target)\n")
    let taken = try other.run(["progress", "import", target])
    #expect(taken.status == 0)
    #expect(taken.output == "Taken over: 1 lesson, 1 of them new here. Solved now: 0.\n")
    #expect(try other.run(["progress", "export"]).output == text)
    let again = try other.run(["progress", "import", "-"], input: text)
    #expect(again.output == "There was nothing new in it.\n")
    let next = try other.run(["--plain"], input: "quit\n")
    #expect(next.output.contains("Welcome back"))
  }

  @Test func `a broken file changes nothing and names its line`() throws {
    let (home, text) = try learnt()
    let broken = text.replacing("status started", with: "status begun")
    let path = try home.file("broken", broken)
    let result = try home.run(["progress", "import", path])
    #expect(result.status == 3)
    let line = broken.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex(of: "status begun").map { $0 + 1 }
    #expect(result.output.contains("\(path):\(line ?? 0): status begun cannot be read"))
    #expect(try home.run(["progress", "export"]).output == text)
    let cut = try home.run(["progress", "import", "-"], input: String(text.dropLast(1)))
    #expect(cut.status == 3)
    #expect(cut.output.contains("standard input:"))
    #expect(try home.run(["progress", "import", "/nowhere/at/all"]).status == 3)
    #expect(try home.run(["progress", "export", "/nowhere/at/all"]).status == 3)
    #expect(try home.run(["progress", "import"]).status == 2)
  }

  @Test func `a home with a space in its name goes on where it stopped`() throws {
    let home = try Home()
    let state = home.folder.appendingPathComponent("my state").path
    let setting = ["XDG_STATE_HOME": state]
    _ = try home.run(
      ["learn", "cache-aside", "--plain"], input: "read user:1\nquit\n", setting: setting)
    let next = try home.run(["--plain"], input: "quit\n", setting: setting)
    #expect(next.output.contains("Welcome back: part 1"))
    #expect(!next.output.contains("could not be read"))
  }

  @Test func `a device is written to and stays a device`() throws {
    let (home, _) = try learnt()
    #expect(try home.run(["progress", "export", "/dev/null"]).status == 0)
    let kind = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(kind as? FileAttributeType == .typeCharacterSpecial)
  }
}
