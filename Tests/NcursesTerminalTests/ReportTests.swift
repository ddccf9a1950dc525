import PtySupport
import Testing

/// What the terminal says about itself, and what it is told.
@Suite struct ReportTests {
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

  @Test func `a light background is told, by either end of the answer`() throws {
    for (colour, end, isLight) in [
      ("ffff/ffff/dddd", "\u{1B}\\", true), ("00/2b/36", "\u{07}", false),
    ] {
      let program = try PtyProgram([Products.path(of: "TerminalProbe"), "--ask"])
      try program.wait(for: "type here")
      program.write("a")
      try program.wait(for: "character(\"a\")")
      #expect(output(program).contains("\u{1B}[?2026$p\u{1B}]11;?\u{1B}\\\u{1B}[c"))
      program.write("\u{1B}]11;rgb:\(colour)\(end)\u{1B}[?62cb")
      try program.wait(for: "background(isLight: \(isLight))")
      try program.wait(for: "character(\"b\")")
      #expect(!program.text().contains("character(\"r\")"), "the answer was taken for keys")
      program.write("q")
      #expect(program.waitForEnd() == .exited(0))
    }
  }

  @Test func `what nobody has asked for is no input`() throws {
    let program = try PtyProgram([Products.path(of: "TerminalProbe")])
    try program.wait(for: "type here")
    program.write("\u{1B}]11;rgb:ffff/ffff/ffff\u{07}\u{1B}]52;c;eHh4\u{07}b")
    try program.wait(for: "character(\"b\")")
    #expect(!program.text().contains("background") && !program.text().contains("2 key"))
    program.write("q")
    #expect(program.waitForEnd() == .exited(0))
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
    program.settle()
    let before = program.output.count
    #expect(!program.waitForOutput(from: before, seconds: 0.3))
    program.write("\u{1B}[I")
    try program.wait(for: "focused(true)")
    // Frame after frame, without a key.
    for _ in 0..<5 { #expect(program.waitForOutput(from: program.output.count)) }
  }

  @Test func `after the start no frame clears the screen`() throws {
    let program = try PtyProgram([Products.path(of: "TerminalProbe")])
    try program.wait(for: "type here")
    let painted = program.output.count
    program.write("get user:1\t")
    try program.wait(for: "Key.tab")
    program.settle(seconds: 0.1)
    let later = String(decoding: program.output.dropFirst(painted), as: UTF8.self)
    #expect(!later.contains("\u{1B}[2J") && !later.contains("\u{1B}[J"))
  }
}
