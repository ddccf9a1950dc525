import PtySupport
import Testing

/// The line at the prompt, its history and what is pasted into it.
@Suite struct PromptTests {
  private func sandbox(_ home: Home) throws -> TmuxDriver {
    let tutor = try home.start("play")
    try tutor.wait(for: "clock stopped")
    return tutor
  }

  @Test func `the keys of every shell edit the line`() throws {
    let tutor = try sandbox(Home(sandbox: .still))
    try tutor.type("one two three")
    try tutor.send("C-a")
    try tutor.type("X")
    try tutor.send("C-e")
    try tutor.type("Y")
    try tutor.wait(for: "› Xone two threeY")
    try tutor.send("M-b", "C-k")
    try tutor.wait("the last word gone") { rows in rows.contains { $0.hasSuffix("› Xone two") } }
    try tutor.send("C-y", "C-b", "C-d", "C-w", "M-b", "M-d", "C-h")
    try tutor.wait("what is left") { rows in rows.contains { $0.hasSuffix("› Xone") } }
    try tutor.send("C-u")
    try tutor.wait("nothing") { rows in !rows.contains { $0.contains("Xone") } }
  }

  @Test func `history is kept between starts, without repeats, and searched`() throws {
    let home = try Home(sandbox: .still)
    let first = try sandbox(home)
    for line in ["tick 1s", "tick 2s", "tick 2s", "tick 3s"] {
      try first.type(line)
      try first.send("Enter")
    }
    try first.wait(for: "8.000 s")
    try first.send("C-c")
    _ = try first.waitForEnd()
    let second = try sandbox(home)
    try second.send("Up")
    try second.wait(for: "› tick 3s")
    try second.send("Up")
    try second.wait(for: "› tick 2s")
    try second.send("Up")
    try second.wait(for: "› tick 1s")
    try second.send("Down")
    try second.wait(for: "› tick 2s")
    try second.send("C-u", "C-r")
    try second.type("1")
    try second.wait(for: "tick 1s")
    try second.send("Enter")
    try second.wait(for: "1.000 s")
  }

  @Test func `a command is taken back and done again`() throws {
    let tutor = try sandbox(Home(sandbox: .still))
    try tutor.type("tick 5s")
    try tutor.send("Enter")
    try tutor.wait(for: "5.000 s")
    try tutor.send("C-_")
    try tutor.wait(for: "0.000 s")
    try tutor.type("redo")
    try tutor.send("Enter")
    try tutor.wait(for: "5.000 s")
  }

  @Test func `what is pasted runs nothing and presses no key`() throws {
    let tutor = try sandbox(Home(sandbox: .still))
    try tutor.paste("tick 7s\nq?\u{1B}[31mF1\n")
    try tutor.wait(for: "› tick 7s q?")
    #expect(try !tutor.screenText().contains("7.000 s"))
    #expect(try !tutor.screenText().contains("─ keys ─"))
  }

  @Test func `wide and combining characters keep the columns`() throws {
    let tutor = try sandbox(Home(sandbox: .still))
    try tutor.type("漢字e\u{301}🎉x")
    try tutor.wait(for: "› 漢字é🎉x")
    #expect(try tutor.cursor().x == 3 + 4 + 1 + 2 + 1)
    try tutor.send("Left", "Left", "Left", "BSpace")
    try tutor.wait(for: "› 漢é🎉x")
    #expect(try tutor.cursor().x == 3 + 2)
    let rows = try tutor.screen()
    #expect(rows[0].hasSuffix("0.000 s"))
  }

  @Test func `searching goes from match to match, and counts them`() throws {
    let tutor = try sandbox(Home(sandbox: .still))
    try tutor.send("Escape")
    try tutor.wait(for: "browse")
    try tutor.send("3", "/")
    try tutor.type("return")
    try tutor.wait(for: "match 1 of 2")
    try tutor.send("Enter", "n")
    try tutor.wait(for: "match 2 of 2")
    try tutor.send("N")
    try tutor.wait(for: "match 1 of 2")
    try tutor.send("/")
    try tutor.type("zebra")
    try tutor.wait(for: "not in this pane")
  }
}
