import Foundation
import PtySupport
import Testing

/// The mouse helps, and nobody needs it.
@Suite struct MouseTests {
  private static func press(_ column: Int, _ row: Int, button: Int = 0) -> String {
    "\u{1B}[<\(button);\(column);\(row)M\u{1B}[<\(button);\(column);\(row)m"
  }

  @Test func `a click goes to a pane, does what the legend says, and chooses in a list`() throws {
    let home = try Home(sandbox: .still)
    let tutor = try home.start("play")
    let rows = try tutor.wait(for: "clock stopped")
    let log = try #require(rows.firstIndex { $0.contains("─ log ─") })
    try tutor.type(Self.press(5, log + 2))
    try tutor.wait(for: "browse log")
    try tutor.type(Self.press(5, rows.count - 2))
    try tutor.wait("the prompt") { rows in !rows.contains { $0.contains("browse") } }
    // The legend's last entry is help.
    let legend = try #require(try tutor.screen().last)
    let help = try #require(legend.range(of: "F1 help"))
    let column = legend.distance(from: legend.startIndex, to: help.lowerBound) + 2
    try tutor.type(Self.press(column, rows.count))
    try tutor.wait(for: "─ keys ─")
    try tutor.send("q", "F2")
    let list = try tutor.wait(for: "─ lessons ─")
    let herd = try #require(list.firstIndex { $0.contains("The thundering herd") })
    try tutor.type(Self.press(20, herd + 1))
    try tutor.type(Self.press(20, herd + 1))
    try tutor.wait(for: "part 1 of")
  }

  @Test func `the wheel scrolls what is under the pointer`() throws {
    let tutor = try Home(sandbox: .still).start("play")
    try tutor.wait(for: "clock stopped")
    try tutor.type("help")
    try tutor.send("Enter")
    let top = try tutor.wait(forPageWith: "─ commands ─", keys: "Esc close")
    try tutor.type(Self.press(40, 12, button: 65))
    try tutor.wait("further down") { $0 != top }
    try tutor.type(Self.press(40, 12, button: 64))
    try tutor.wait("the top again") { $0 == top }
    try tutor.send("q")
    let page = try tutor.wait(for: " 1 def read")
    let listing = try #require(page.firstIndex { $0.contains(" 1 def read") })
    for _ in 0..<4 { try tutor.type(Self.press(10, listing + 2, button: 65)) }
    try tutor.wait("the program scrolled") { rows in
      !rows.contains { $0.contains(" 1 def read") }
    }
  }

  @Test func `columns beyond 223 are known`() throws {
    let tutor = try Home(sandbox: .still).start("play", columns: 400, rows: 100)
    let rows = try tutor.wait(for: "─ cache A")
    let line = try #require(rows.first { $0.contains("─ cache A") })
    let row = try #require(rows.firstIndex(of: line))
    let title = try #require(line.range(of: "cache A"))
    let column = line.distance(from: line.startIndex, to: title.lowerBound)
    #expect(column > 223)
    try tutor.type(Self.press(column + 60, row + 3))
    try tutor.wait(for: "browse cache")
  }

  @Test(arguments: [["--no-mouse"], []])
  func `the mouse can be left to the terminal`(flags: [String]) throws {
    let home = try Home(sandbox: .still)
    if flags.isEmpty { try home.configure("mouse = off\n") }
    let program =
      try flags.isEmpty ? home.pty("play") : home.pty("play", flags[0])
    try program.wait(for: "clock stopped")
    #expect(program.modesLeft.contains(1049))
    #expect(!program.modesLeft.contains(1000) && !program.modesLeft.contains(1006))
    // F7 takes it back.
    program.write("\u{1B}[18~")
    try program.wait(for: "The mouse is used here.")
    #expect(program.modesLeft.contains(1000) && program.modesLeft.contains(1006))
  }

  @Test func `a pane is copied into the terminal's clipboard, through tmux too`() throws {
    let home = try Home(sandbox: .still)
    let text = Data("def read(key):".utf8).base64EncodedString().prefix(16)
    for setting in [[:], ["TMUX": "/tmp/socket,1,0"]] {
      let program = try home.pty("play", setting: setting)
      try program.wait(for: "clock stopped")
      program.write("\u{1B}")
      try program.wait(for: "browse")
      program.write("3")
      program.write("y")
      try program.wait(for: "Copied 11 lines.")
      program.settle()
      let output = String(decoding: program.output, as: UTF8.self)
      #expect(output.contains("\u{1B}]52;c;\(text)"))
      let wrapped = "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;\(text)"
      #expect(output.contains(wrapped) == !setting.isEmpty)
    }
  }
}
