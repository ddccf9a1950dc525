import Foundation
import Glibc
import LessonFiles
import PtySupport
import Simulation
import Testing
import Tutor

/// The plug is pulled in the middle of a part: the next start stands exactly there.
@Suite(.serialized) struct KillTests {
  /// The digest that a recording leads to.
  private func played(_ path: String) throws -> Tutor {
    var replay = try SessionReplay(
      try SessionFile.read(path), lessons: Home.lessons, patterns: Home.patterns)
    try replay.playAll()
    return replay.tutor
  }

  @Test func `kill -9 in a part, and the next start has lesson, part and world`() throws {
    let home = try Home()
    _ = try home.run(["--plain"], input: ResumeTests.start + "quit\n")
    let first = try home.pty()
    try first.wait(for: "Welcome back")
    first.write("begin read user:5\r")
    first.write("step A\r")
    first.write("write user:3 Cleo\r")
    try first.wait(for: "Cleo")
    first.write("undo\r")
    try first.wait(for: "taken back")
    first.write("SET mine 42\r")
    let path = try #require(home.recordings.first)
    var text = ""
    for _ in 0..<1_000 where !text.contains("SET mine 42\n") {
      text = try String(contentsOfFile: path, encoding: .utf8)
      _ = poll(nil, 0, 10)
    }
    #expect(text.contains("SET mine 42\n"))
    first.signal(SIGKILL)
    #expect(first.waitForEnd() == .signalled(SIGKILL))
    let before = try played(path)
    #expect(before.run?.stepIndex == 1)

    let second = try home.run(["--plain"], input: "mark back again\nquit\n")
    #expect(second.output.contains("Welcome back: part 2 of"))
    let after = try played(path)
    #expect(after.stage.world.digest == before.stage.world.digest)
    #expect(after.stage.world.handHeld == [0])
    #expect(after.run?.lesson.id == before.run?.lesson.id)
    #expect(after.run?.stepIndex == 1)
    #expect(after.marks.map(\.name) == ["back again"])
    // What the second start wrote at its end is the digest of the first one's world.
    let last = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").last
    #expect(last?.hasSuffix(SessionText.hexadecimal(before.stage.world.digest)) == true)
  }

  @Test func `all progress is forgotten only by force, and the next start is the first`() throws {
    let home = try Home()
    let done = try home.run(["--plain"], input: ResumeTests.start + "reset progress\nquit\n")
    #expect(done.output.contains("--force"))
    #expect(try home.run(["--plain"], input: "quit\n").output.contains("Welcome back: part 2 of"))
    _ = try home.run(["--plain"], input: "reset progress --force\nquit\n")
    let state = home.folder.appendingPathComponent("state/cachetutor/progress").path
    let progress = try String(contentsOfFile: state, encoding: .utf8)
    #expect(!progress.contains("solved"))
    #expect(!progress.contains("steps"))
  }

  @Test func `200 commands on many keys fit into memory`() throws {
    let home = try Home()
    var lines = ["capacity 20000 ; ttl 24h", "rows k:1..20000 ; traffic scan k:1..20000"]
    for number in 1...200 { lines.append("write k:\(number * 37) v\(number)") }
    lines += Array(repeating: "undo", count: 200)
    lines.append("stats")
    let script = try home.file("many.txt", lines.joined(separator: "\n"))
    let program = try home.run(
      ["-c", "ulimit -v 700000; exec \"$0\" run --json \"$1\"", Home.program, script],
      program: "/bin/sh")
    #expect(program.status == 0, "\(program.output.suffix(300))")
  }
}
