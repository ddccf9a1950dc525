import PtySupport
import Testing

/// What the terminal says about itself, and what it is told.
@Suite(.timeLimit(.minutes(2)))
struct ReportTests {
  private static let question = "\u{1B}[?2026$p\u{1B}[c"
  private static let begin = "\u{1B}[?2026h"
  private static let end = "\u{1B}[?2026l"

  private func output(_ program: PtyProgram) -> String {
    String(decoding: program.output, as: UTF8.self)
  }

  @Test func `frames are synchronised once the terminal has said that it can`() throws {
    let program = try PtyProgram([Products.path(of: "TerminalProbe")])
    try program.wait(for: "type here")
    program.write("a")
    try program.wait(for: "character(\"a\")")
    #expect(output(program).ranges(of: Self.question).count == 1)
    #expect(!output(program).contains(Self.begin))

    program.write("\u{1B}[?2026;2$y\u{1B}[?62;22cb")
    try program.wait(for: "character(\"b\")")
    program.write("q")
    #expect(program.waitForEnd() == .exited(0))
    let shown = output(program)
    #expect(shown.contains(Self.begin))
    #expect(shown.ranges(of: Self.begin).count == shown.ranges(of: Self.end).count)
    #expect(!program.text().contains("character(\"2\")"), "the answer was taken for keys")
  }

  @Test func `a terminal that cannot is not told to`() throws {
    let program = try PtyProgram([Products.path(of: "TerminalProbe")])
    try program.wait(for: "type here")
    program.write("\u{1B}[?2026;0$y\u{1B}[?1;2cb")
    try program.wait(for: "character(\"b\")")
    program.write("q")
    #expect(program.waitForEnd() == .exited(0))
    #expect(!output(program).contains(Self.begin))
  }

  @Test func `consoles that would print the question are not asked`() throws {
    let program = try PtyProgram(
      [Products.path(of: "TerminalProbe")], environment: ["TERM": "linux"])
    try program.wait(for: "type here")
    program.write("q")
    #expect(program.waitForEnd() == .exited(0))
    #expect(!output(program).contains(Self.question))
  }

  @Test func `a still screen sends nothing, an animated one pauses without the focus`() throws {
    let program = try PtyProgram([Products.path(of: "TerminalProbe")])
    try program.wait(for: "type here")
    program.write("\u{1B}[O\t")
    try program.wait(for: "Key.tab")
    let before = program.output.count
    #expect(program.waitForEnd(seconds: 0.3) == nil)
    #expect(program.output.count == before)
    program.write("\u{1B}[I")
    try program.wait(for: "focused(true)")
    let moving = program.output.count
    #expect(program.waitForEnd(seconds: 0.3) == nil)
    #expect(program.output.count > moving)
  }

  @Test func `after the start no frame clears the screen`() throws {
    let program = try PtyProgram([Products.path(of: "TerminalProbe")])
    try program.wait(for: "type here")
    let painted = program.output.count
    program.write("get user:1\t")
    try program.wait(for: "Key.tab")
    #expect(program.waitForEnd(seconds: 0.2) == nil)
    let later = String(decoding: program.output.dropFirst(painted), as: UTF8.self)
    #expect(!later.contains("\u{1B}[2J") && !later.contains("\u{1B}[J"))
  }
}
