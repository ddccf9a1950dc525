import Dashboard
import Foundation
import LessonFiles
import Testing
import Tutor

/// The guide for authors says what the program does: its tables are printed from it.
///
/// `UPDATE_SNAPSHOTS=1 swift test --filter GuideTests` writes them anew.
@Suite(.serialized) struct GuideTests {
  private static func section(_ name: String) -> GeneratedSection {
    GeneratedSection(
      document: Home.root.appendingPathComponent("lessons/README.md"), name: name)
  }

  static var blocks: String {
    LessonBlock.allCases.map { block in
      "**`\(block.rawValue)`**: \(block.summary).\n\n````text\n\(block.example)````\n"
    }.joined(separator: "\n")
  }

  static var claims: String {
    let rows = ClaimWord.all.map { "| `\($0.form)` | \($0.kind) | \($0.summary) |" }
    return "| word | is a | what it is |\n|---|---|---|\n" + rows.joined(separator: "\n") + "\n"
  }

  static var panels: String {
    let rows = PanelCatalog.all.map { "| `\($0.id)` | \($0.summary) |" }
    return "| panel | what it shows |\n|---|---|\n" + rows.joined(separator: "\n") + "\n"
  }

  static var lesson: String {
    "`````markdown\n\(LessonSkeleton.text("first-lesson"))`````\n"
  }

  @Test func `the blocks are those that there are`() throws {
    try Self.section("blocks").compare(Self.blocks)
  }

  @Test func `the panels are those that there are`() throws {
    try Self.section("panels").compare(Self.panels)
  }

  @Test func `the claims are those that there are`() throws {
    try Self.section("claims").compare(Self.claims)
  }

  @Test func `the whole lesson is the one that is written and proved`() throws {
    try Self.section("lesson").compare(Self.lesson)
  }

  @Test func `a new lesson is made, proved and found beside the others`() throws {
    let home = try Home()
    let made = try home.run(["new", "lesson", "hot-key"])
    #expect(made.status == 0)
    let path = home.folder.appendingPathComponent(
      "data/cachetutor/lessons/90-my-lessons/10-hot-key.md"
    ).path
    #expect(made.output.contains(path))
    let again = try home.run(["new", "lesson", "hot-key"])
    #expect(again.status == 2 && again.output.contains("is there already"))
    let proof = try home.run(["check", "--only", "hot-key"])
    #expect(proof.status == 0, "\(proof.output)")
    let plain = try home.run(["learn", "hot-key", "--plain"], input: "answer a\nquit\n")
    #expect(plain.output.contains("What happens to a second request"))
  }

  @Test func `a preview shows what is saved, and says what is wrong`() throws {
    let home = try Home()
    let path = try home.file("10-hot-key.md", LessonSkeleton.text("hot-key"))
    let terminal = try home.start("preview", path, columns: 100, rows: 30)
    try terminal.wait(for: "What happens to a second request")
    _ = try home.file(
      "10-hot-key.md",
      LessonSkeleton.text("hot-key").replacing("A sentence or two:", with: "Another sentence:"))
    try terminal.wait(for: "Another sentence:")
    _ = try home.file(
      "10-hot-key.md", LessonSkeleton.text("hot-key").replacing("```goal", with: "```gaol"))
    try terminal.wait(for: "10-hot-key.md:")
    #expect(try terminal.screenText().contains("Another sentence:"))
  }

  @Test func `the manual page is written in the macros of man`() throws {
    let home = try Home()
    let page = try home.run(["manual"]).output
    #expect(page.hasPrefix(".TH CACHETUTOR 1"))
    for heading in ["NAME", "SYNOPSIS", "SUBCOMMANDS", "COMMANDS", "KEYS", "EXIT STATUS"] {
      #expect(page.contains("\n.SH \(heading)\n"))
    }
    let lines = page.split(separator: "\n")
    let macros = [".TH", ".SH", ".SS", ".TP", ".B", ".nf", ".fi"]
    for line in lines where line.hasPrefix(".") {
      #expect(macros.contains { line == $0 || line.hasPrefix($0 + " ") }, "\(line)")
    }
  }
}
