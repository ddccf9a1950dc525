import Foundation
import PtySupport
import Testing

/// What people expect of the keyboard in any program of this kind.
@Suite struct KeyboardTests {
  private func sandbox(
    _ home: Home, columns: Int = 80, rows: Int = 24, setting: [String: String] = [:]
  ) throws -> TmuxDriver {
    let tutor = try home.start("play", columns: columns, rows: rows, setting: setting)
    try tutor.wait(for: "clock stopped")
    return tutor
  }

  @Test(arguments: ["F1", "?"], ["Escape", "q", "?"])
  func `help opens and closes as everywhere`(open: String, close: String) throws {
    let tutor = try sandbox(Home(sandbox: .still))
    try tutor.send(open)
    try tutor.wait(for: "─ keys ─")
    try tutor.send(close)
    try tutor.wait("the page") { rows in !rows.contains { $0.contains("─ keys ─") } }
  }

  @Test func `help names mouse and files, and is filtered by typing`() throws {
    let tutor = try sandbox(Home(sandbox: .still), rows: 60)
    try tutor.send("F1")
    try tutor.wait(for: "─ keys ─")
    try tutor.send("G")
    for words in ["Mouse", "Shift-drag", "this session", "configuration"] {
      try tutor.wait(for: words)
    }
    try tutor.type("und")
    try tutor.wait(for: "takes the last command back")
    try tutor.wait("only what fits") { rows in !rows.contains { $0.contains("Shift-drag") } }
  }

  @Test func `Tab lists what could follow and says what it is`() throws {
    let tutor = try sandbox(Home(sandbox: .still))
    try tutor.type("policy ")
    try tutor.send("Tab")
    try tutor.wait(for: "lfu  lfuda  lirs  lru")
    try tutor.send("Tab")
    try tutor.wait(for: "› policy 2q")
    try tutor.send("C-u")
    try tutor.type("SET page:home Hi")
    try tutor.send("Enter")
    try tutor.wait(for: "OK")
    try tutor.type("GET pa")
    try tutor.wait(for: "› GET page:home")
    try tutor.send("Tab", "Enter")
    try tutor.wait(for: "\"Hi\"")
  }

  @Test func `a wrong command is marked where it is wrong, with what was meant`() throws {
    let tutor = try sandbox(Home(sandbox: .still))
    try tutor.type("gte user:1")
    try tutor.send("Enter")
    let rows = try tutor.wait(for: "Did you mean GET?")
    let line = try #require(rows.first { $0.contains("› gte user:1") })
    let caret = try #require(rows.first { $0.contains("^^^") })
    let word = try #require(line.firstRange(of: "gte"))
    let column = line.distance(from: line.startIndex, to: word.lowerBound)
    #expect(caret.prefix { $0 == " " }.count == column)
  }

  @Test func `arrows and hjkl both walk, and letters are letters at the prompt`() throws {
    let tutor = try sandbox(Home(sandbox: .still))
    try tutor.type("hjkl")
    try tutor.wait(for: "› hjkl")
    try tutor.send("C-u")
    try tutor.type("help")
    try tutor.send("Enter")
    let top = try tutor.wait(forPageWith: "─ commands ─", keys: "Esc close")
    try tutor.send("j", "Down")
    let moved = try tutor.wait("two lines on") { $0 != top }
    try tutor.send("k", "Up")
    try tutor.wait("back") { $0 != moved && $0 == top }
    try tutor.send("PageDown")
    try tutor.wait("a page on") { $0 != top }
    try tutor.send("Home")
    try tutor.wait("the top") { $0 == top }
    try tutor.send("G", "g")
    try tutor.wait("the top") { $0 == top }
  }

  @Test func `the focus is seen without colour`() throws {
    let tutor = try sandbox(Home(sandbox: .still), setting: ["NO_COLOR": "1"])
    try tutor.send("Escape")
    try tutor.wait(for: "2 what happens")
    try tutor.send("1")
    try tutor.wait(for: "browse lesson")
    let first = try tutor.colouredScreen()
    try tutor.send("Tab")
    try tutor.wait(for: "browse path")
    try tutor.send("BTab", "BTab")
    try tutor.wait(for: "browse log")
    try tutor.send("4", "Tab", "Tab")
    try tutor.wait(for: "browse lesson")
    #expect(try tutor.colouredScreen() == first)
    // The title of the pane with the focus is bold and underlined.
    #expect(first.contains("\u{1B}[1m\u{1B}[4msandbox") || first.contains("\u{1B}[1;4m"))
  }

  @Test func `Escape is answered at once`() throws {
    let home = try Home(sandbox: .still)
    let program = try home.pty("play")
    try program.wait(for: "clock stopped")
    program.settle()
    let start = ContinuousClock.now
    let before = program.output.count
    program.write("\u{1B}")
    #expect(program.waitForOutput(from: before))
    // 25 ms are the wait for what could follow; a second would be curses' own.
    #expect(ContinuousClock.now - start < .milliseconds(900))
    try program.wait(for: "browse")
  }

  @Test func `Ctrl-C stops, empties, leaves, and loses nothing`() throws {
    let home = try Home(sandbox: .still)
    let tutor = try sandbox(home)
    try tutor.type("traffic start rate=100/s")
    try tutor.send("Enter")
    try tutor.wait(for: "speed")
    try tutor.send("C-c")
    try tutor.wait(for: "clock stopped")
    try tutor.type("half a line")
    try tutor.send("C-c")
    try tutor.wait("an empty line") { rows in !rows.contains { $0.contains("half a line") } }
    try tutor.send("C-c")
    #expect(try tutor.waitForEnd() == .exited(0))
    #expect(try home.run(["replay", "--check"]).status == 0)
  }

  @Test func `a command that takes long says so, and Ctrl-C takes it back`() throws {
    let home = try Home(sandbox: .still)
    let tutor = try sandbox(home)
    try tutor.type("traffic zipf 90000000 keys=1000")
    try tutor.send("Enter")
    try tutor.wait(for: "It takes long: ")
    try tutor.wait(for: "events so far")
    // What is typed meanwhile goes with it, as in a shell.
    try tutor.type("and what now")
    try tutor.send("C-c")
    try tutor.wait(for: "Stopped: nothing has changed")
    try tutor.wait(for: "› traffic zipf 90000000 keys=1000")
    try tutor.send("C-u")
    try tutor.type("read user:1")
    try tutor.send("Enter")
    try tutor.wait(for: "you get nothing for user:1")
    try tutor.wait(for: "clock stopped")
    try tutor.send("C-c")
    #expect(try tutor.waitForEnd() == .exited(0))
    let recording = try String(contentsOfFile: #require(home.recordings.last), encoding: .utf8)
    #expect(recording.contains("read user:1") && !recording.contains("zipf"))
  }

  @Test func `Ctrl-C takes back what takes long in plain lines too`() throws {
    let program = try Home(sandbox: .still).pty("play", "--plain")
    try program.wait(for: "› ")
    program.write("traffic zipf 90000000 keys=1000\n")
    try program.wait(for: "It takes long: ")
    program.write("\u{03}")
    try program.wait(for: "Stopped: nothing has changed")
    program.write("read user:1\n")
    try program.wait(for: "you get nothing for user:1")
    program.write("\u{03}")
    #expect(program.waitForEnd() == .signalled(2))
  }

  @Test func `q asks in browse mode, and leaves a screen that is too small`() throws {
    let tutor = try sandbox(Home(sandbox: .still))
    // Escape and a letter at once would be Alt and the letter.
    try tutor.send("Escape")
    try tutor.wait(for: "browse")
    try tutor.send("q")
    try tutor.wait(for: "Leave cachetutor?")
    try tutor.send("n")
    try tutor.wait(for: "browse")
    try tutor.resize(columns: 20, rows: 5)
    try tutor.wait(for: "needs 80×24")
    try tutor.wait(for: "has 20×5")
    try tutor.send("q")
    #expect(try tutor.waitForEnd() == .exited(0))
  }

  @Test func `Ctrl-Z goes to the shell and fg comes back to the same screen`() throws {
    let shell = try Home(sandbox: .still).shell()
    try shell.type("set -m; $TUTOR play\n")
    try shell.wait(for: "clock stopped")
    try shell.type("half a line")
    try shell.wait(for: "› half a line")
    try shell.send("C-z")
    try shell.wait("the shell") { rows in
      rows.last { !$0.isEmpty }?.hasSuffix("ready>") == true
    }
    #expect(try !shell.isOnAlternateScreen())
    try shell.type("stty -a | grep -o ' icanon'; fg\n")
    try shell.wait(for: "› half a line")
    try shell.send("C-u", "C-c")
    try shell.wait(for: " icanon")
  }

  @Test func `Ctrl-L paints over what something else has written`() throws {
    let tutor = try sandbox(Home(sandbox: .still))
    try TmuxDriver.scribble("GARBAGE", on: try tutor.terminalPath())
    try tutor.wait(for: "GARBAGE")
    try tutor.send("C-l")
    try tutor.wait("no garbage") { rows in !rows.contains { $0.contains("GARBAGE") } }
  }

  @Test func `Ctrl-S freezes nothing`() throws {
    let tutor = try sandbox(Home(sandbox: .still))
    try tutor.send("C-s")
    try tutor.type("still here")
    try tutor.wait(for: "› still here")
  }

  @Test func `keys without a meaning write nothing`() throws {
    let tutor = try sandbox(Home(sandbox: .still))
    try tutor.type("a")
    try tutor.send("C-g", "C-x", "C-o", "M-z", "M-1", "F11", "IC", "C-Up", "C-t")
    try tutor.type("b")
    try tutor.wait(for: "› ab")
  }
}
