import Foundation
import PtySupport
import Testing

/// The window: any size, in and out of focus, closed.
@Suite struct WindowTests {
  @Test func `another size keeps focus and scrolling`() throws {
    let tutor = try Home(sandbox: .still).start("play", columns: 80, rows: 24)
    try tutor.wait(for: "clock stopped")
    try tutor.send("Escape")
    try tutor.wait(for: "browse")
    try tutor.send("3", "G")
    try tutor.wait(for: "browse listing")
    try tutor.wait("scrolled") { rows in !rows.contains { $0.contains(" 1 def read") } }
    try tutor.resize(columns: 132, rows: 24)
    try tutor.wait(for: "browse listing")
    try tutor.resize(columns: 80, rows: 24)
    let rows = try tutor.wait("the same") { rows in rows[0].count <= 80 }
    #expect(rows.contains { $0.contains("browse listing") })
    #expect(!rows.contains { $0.contains(" 1 def read") })
  }

  @Test func `after any sizes the screen is the one of a fresh start`() throws {
    let home = try Home(sandbox: .still)
    let fresh = try home.start("play", "--no-record", columns: 100, rows: 30)
    // The legend is painted last: before it the screen is half a frame.
    let expected = try fresh.wait(for: "F2 lessons")
    let tutor = try home.start("play", "--no-record", columns: 80, rows: 24)
    try tutor.wait(for: "clock stopped")
    let sizes = [
      (1, 1), (400, 100), (2, 1), (1, 2), (79, 23), (500, 3), (3, 150), (80, 24), (40, 10),
      (200, 60), (119, 24), (120, 24), (81, 100), (1, 1), (100, 30),
    ]
    for (columns, rows) in sizes { try tutor.resize(columns: columns, rows: rows) }
    try tutor.wait("the same screen") { $0 == expected }
  }

  @Test func `a window below the minimum says both sizes and recovers`() throws {
    let tutor = try Home(sandbox: .still).start("play", columns: 79, rows: 23)
    try tutor.wait(for: "needs 80×24")
    try tutor.wait(for: "has 79×23")
    try tutor.resize(columns: 80, rows: 24)
    try tutor.wait(for: "clock stopped")
  }

  @Test func `a still screen writes nothing and does not wake up`() throws {
    let program = try Home(sandbox: .still).pty("play")
    try program.wait(for: "clock stopped")
    program.settle(seconds: 0.5)
    let before = (program.output.count, program.usage.wakeUps)
    #expect(!program.waitForOutput(from: before.0, seconds: 1))
    #expect(program.usage.wakeUps - before.1 <= 1)
  }

  @Test func `what moves stands still while the window has no focus`() throws {
    let program = try Home(sandbox: .still).pty("play")
    try program.wait(for: "clock stopped")
    program.write("traffic start rate=100/s\r")
    try program.wait(for: "speed")
    program.write("\u{1B}[O")
    program.settle(seconds: 0.5)
    let before = program.output.count
    #expect(!program.waitForOutput(from: before, seconds: 0.5))
    program.write("\u{1B}[I")
    for _ in 0..<5 { #expect(program.waitForOutput(from: program.output.count)) }
  }

  @Test func `after the start only cells are sent, and frames whole where the terminal can`()
    throws
  {
    let program = try Home(sandbox: .still).pty("play")
    try program.wait(for: "clock stopped")
    let painted = program.output.count
    program.write("herd a 30\r")
    try program.wait(for: "30 people")
    program.write("\u{1B}[?2026;2$y\u{1B}[?62c")
    program.settle(seconds: 0.2)
    program.write("\u{1B}[Ftick 5s\r")
    try program.wait(for: "tick 5s")
    program.settle(seconds: 0.2)
    let later = String(decoding: program.output.dropFirst(painted), as: UTF8.self)
    #expect(!later.contains("\u{1B}[2J") && !later.contains("\u{1B}[J"))
    let begins = later.ranges(of: "\u{1B}[?2026h").count
    #expect(begins > 0 && begins == later.ranges(of: "\u{1B}[?2026l").count)
  }

  @Test(arguments: ["", "traffic start rate=100/s\r"])
  func `a closed window ends it, and what was done is there again`(doing: String) throws {
    let home = try Home(sandbox: .still)
    let program = try home.pty()
    try program.wait(for: "Ten requests")
    program.write("SET key:1 value\r\(doing)")
    try program.wait(for: "key:1")
    program.settle(seconds: 0.1)
    program.hangUp()
    #expect(program.waitForEnd() == .exited(129))
    let again = try home.pty()
    try again.wait(for: "Welcome back")
    #expect(try home.run(["replay", "--check"]).status == 0)
  }

  @Test(arguments: [
    ("dumb", "cannot move its cursor"), ("teletype-9", "is unknown here"), ("", "TERM is not set"),
  ])
  func `a terminal without a screen gets one sentence`(term: String, says: String) throws {
    let home = try Home(sandbox: .still)
    let program = try home.pty(setting: ["TERM": term])
    #expect(program.waitForEnd() == .exited(2))
    #expect(program.text().contains(says) && program.text().contains("--plain") != term.isEmpty)
    #expect(!program.output.contains(0x1B))
    #expect(home.recordings.isEmpty)
    // Lines need no terminal.
    #expect(try home.run(["--plain"], input: "quit\n", setting: ["TERM": term]).status == 0)
  }

  @Test func `a pipe in place of a terminal gets one sentence`() throws {
    let home = try Home(sandbox: .still)
    let lines = "'\(Home.program)' play | cat; '\(Home.program)' play < /dev/null"
    let program = try PtyProgram(
      ["/bin/sh", "-c", lines], environment: home.environment, home: home)
    #expect(program.waitForEnd() == .exited(2))
    #expect(program.text().contains("The output is not a terminal"))
    #expect(program.text().contains("The input is not a terminal"))
    #expect(!program.output.contains(0x1B))
  }
}
