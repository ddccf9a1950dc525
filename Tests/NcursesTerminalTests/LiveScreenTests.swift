import PtySupport
import Testing

/// The driver under a real terminal.
@Suite struct LiveScreenTests {
  private func start(
    _ arguments: String..., columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) throws -> TmuxDriver {
    let driver = try TmuxDriver(
      [Products.path(of: "TerminalProbe")] + arguments, columns: columns, rows: rows,
      environment: ["LC_ALL": "C.UTF-8"].merging(environment) { $1 })
    try driver.wait(for: "type here")
    return driver
  }

  @Test func `a frame is what the terminal shows`() throws {
    let driver = try start()
    let rows = try driver.screen()
    #expect(rows.count == 24)
    #expect(
      rows[0] == "─ probe 80×24 ──────────────────┬ ring " + String(repeating: "─", count: 41))
    #expect(rows[2].hasSuffix("│ 漢字 é ──▶ 🎉 <202E>safe␛[31m"))
    #expect(rows[22] == " › type here")
    #expect(rows[23] == " Tab move    q end")
    #expect(try driver.cursor() == (3, 22, true))
    #expect(try driver.isOnAlternateScreen())
  }

  @Test func `what is typed is edited, and the cursor counts columns`() throws {
    let driver = try start()
    try driver.type("get 漢字")
    try driver.send("Left", "BSpace", "é")
    try driver.wait(for: " › get é字")
    #expect(try driver.cursor().x == 8)
    try driver.send("M-b", "C-k")
    try driver.wait(for: " › get")
    #expect(try driver.cursor().x == 7)
  }

  @Test func `a paste runs nothing`() throws {
    let driver = try start()
    try driver.paste("one\nq\ntwo")
    try driver.wait(for: " › one q two")
  }

  @Test func `keys with names arrive`() throws {
    let driver = try start()
    try driver.send("F5", "C-Right", "PageDown", "BTab", "Escape")
    for name in ["function(5)", "Key.right", "Key.pageDown", "Key.backTab", "Key.escape"] {
      try driver.wait(for: name)
    }
  }

  @Test func `a new size is painted, and a tiny one survived`() throws {
    let driver = try start()
    for (columns, rows) in [(1, 1), (200, 3), (3, 50), (40, 10)] {
      try driver.resize(columns: columns, rows: rows)
    }
    try driver.wait(for: "probe 40×10")
    try driver.resize(columns: 100, rows: 30)
    let rows = try driver.wait(for: "probe 100×30")
    #expect(rows[29] == " Tab move    q end")
  }

  @Test func `it stops like any job and comes back painted`() throws {
    let probe = Products.path(of: "TerminalProbe")
    let driver = try TmuxDriver(
      ["/bin/sh", "-i"], environment: ["PS1": "ready> ", "LC_ALL": "C.UTF-8", "ENV": ""])
    try driver.wait(for: "ready>")
    try driver.type("set -m; '\(probe)'\n")
    try driver.wait(for: "type here")
    try driver.type("left")
    try driver.wait(for: "› left")
    try driver.send("C-z")
    try driver.wait("the shell") { rows in rows.last { !$0.isEmpty }?.hasSuffix("ready>") == true }
    #expect(try !driver.isOnAlternateScreen())
    try driver.type("stty -a | grep -o ' icanon'; fg\n")
    try driver.wait(for: "resumed")
    let rows = try driver.wait(for: "› left")
    #expect(rows[23] == " Tab move    q end")
    try driver.send("q")
    try driver.wait(for: "probe: ended with 0")
    #expect(try driver.screenText().contains(" icanon"))
  }

  @Test func `the screen is repainted on demand`() throws {
    let driver = try start()
    // Something else writes on the terminal: the driver cannot know, the user can.
    let terminal = try driver.terminalPath()
    try TmuxDriver.scribble("GARBAGE", on: terminal)
    try driver.wait(for: "GARBAGE")
    try driver.send("C-l")
    try driver.wait("no garbage") { rows in !rows.contains { $0.contains("GARBAGE") } }
  }

  @Test func `without Unicode nothing but ASCII is sent`() throws {
    let driver = try start(environment: ["LC_ALL": "C"])
    let text = try driver.screenText()
    #expect(text.utf8.allSatisfy { $0 < 0x7F })
    #expect(text.contains("- probe 80x24 ---"))
    #expect(text.contains("> type here"))
  }

  @Test func `NO_COLOR sends no colour, and the roles still differ`() throws {
    let driver = try start(environment: ["NO_COLOR": "1"])
    let text = try driver.colouredScreen()
    #expect(Self.colours(in: text) == [])
    #expect(text.contains("\u{1B}[1m") && text.contains("\u{1B}[7m"))
    let coloured = try start().colouredScreen()
    #expect(Self.colours(in: coloured).contains(38))
  }

  /// The numbers in the styles of a text that choose colours.
  private static func colours(in text: String) -> Set<Int> {
    var colours: Set<Int> = []
    for match in text.matches(of: /\u{1B}\[([0-9;]*)m/) {
      for number in match.1.split(separator: ";").compactMap({ Int($0) }) {
        let isColour = (30...38).contains(number) || (40...48).contains(number) || number > 89
        if isColour { colours.insert(number) }
      }
    }
    return colours
  }

  @Test func `an unknown terminal of today is driven as an xterm`() throws {
    let driver = try start(environment: ["TERM": "xterm-ghostty"])
    #expect(try driver.screen()[23] == " Tab move    q end")
  }

  @Test func `the size of the terminal wins over the environment`() throws {
    let driver = try start(environment: ["LINES": "5", "COLUMNS": "20"])
    #expect(try driver.screen()[0].hasPrefix("─ probe 80×24"))
  }
}
