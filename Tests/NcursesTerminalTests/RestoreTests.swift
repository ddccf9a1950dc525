import Glibc
import PtySupport
import Testing

/// In whatever way the program ends, the terminal is as it was.
@Suite struct RestoreTests {
  struct Way: CustomTestStringConvertible, Sendable {
    let name: String
    let ending: Ending
    /// What stands on the normal screen afterwards.
    let says: String
    let end: @Sendable (PtyProgram) -> Void
    var testDescription: String { name }
  }

  static let ways: [Way] = [
    Way(name: "q", ending: .exited(0), says: "ended with 0") { $0.write("q") },
    Way(name: "Ctrl-C", ending: .exited(0), says: "ended with 0") { $0.write("\u{3}") },
    Way(name: "TERM", ending: .exited(143), says: "ended with 143") { $0.signal(SIGTERM) },
    Way(name: "INT", ending: .exited(130), says: "ended with 130") { $0.signal(SIGINT) },
    Way(name: "HUP", ending: .exited(129), says: "ended with 129") { $0.signal(SIGHUP) },
    Way(name: "QUIT", ending: .exited(131), says: "ended with 131") { $0.signal(SIGQUIT) },
    Way(name: "SEGV", ending: .signalled(SIGSEGV), says: "probe: crashed") { $0.signal(SIGSEGV) },
    Way(name: "bad pointer", ending: .signalled(SIGSEGV), says: "probe: crashed") { $0.write("S") },
    Way(name: "ABRT", ending: .signalled(SIGABRT), says: "probe: crashed") { $0.write("A") },
    Way(name: "BUS", ending: .signalled(SIGBUS), says: "probe: crashed") { $0.signal(SIGBUS) },
    Way(name: "FPE", ending: .signalled(SIGFPE), says: "probe: crashed") { $0.signal(SIGFPE) },
    Way(name: "exit", ending: .exited(7), says: "") { $0.write("X") },
  ]

  @Test(arguments: ways)
  func `the terminal is as it was`(way: Way) throws {
    let program = try PtyProgram([Products.path(of: "TerminalProbe"), "--mouse"])
    try program.wait(for: "type here")
    #expect(!program.flags.isCooked)
    #expect(program.modesLeft.contains(1049) && program.modesLeft.contains(1006))
    way.end(program)
    #expect(program.waitForEnd() == way.ending)
    #expect(program.flags == program.flagsBefore)
    #expect(program.modesLeft == [])
    #expect(way.says.isEmpty || program.afterwards.contains(way.says))
  }

  @Test func `a failed precondition says why on the normal screen`() throws {
    let program = try PtyProgram([Products.path(of: "TerminalProbe")])
    try program.wait(for: "type here")
    program.write("C")
    // A failed precondition is an illegal instruction on x86 and a trap on ARM.
    let ending = program.waitForEnd()
    #expect(ending == .signalled(SIGILL) || ending == .signalled(SIGTRAP))
    #expect(program.flags == program.flagsBefore)
    #expect(program.afterwards.contains("the probe was told to fail"))
  }

  @Test func `standard error is shown after the end`() throws {
    let program = try PtyProgram([Products.path(of: "TerminalProbe")])
    try program.wait(for: "type here")
    program.write("E")
    try program.wait(for: "character(\"E\")")
    #expect(!program.text().contains("a line of errors"))
    program.write("q")
    #expect(program.waitForEnd() == .exited(0))
    #expect(program.afterwards.contains("probe: a line of errors"))
  }

  @Test func `a closed terminal ends the program`() throws {
    let program = try PtyProgram([Products.path(of: "TerminalProbe")])
    try program.wait(for: "type here")
    program.hangUp()
    #expect(program.waitForEnd() == .exited(129))
  }

  @Test func `a program that hangs still ends at the third signal`() throws {
    let program = try PtyProgram([Products.path(of: "TerminalProbe"), "--mouse"])
    try program.wait(for: "type here")
    program.write("H")
    try program.wait(for: "character(\"H\")")
    for _ in 0..<3 {
      program.signal(SIGTERM)
      _ = program.waitForEnd(seconds: 0.1)
    }
    #expect(program.waitForEnd() == .exited(143))
    #expect(program.flags == program.flagsBefore)
    #expect(program.modesLeft == [])
  }

  @Test(arguments: [
    ("dumb", "cannot move its cursor"), ("teletype-9", "is unknown here"), ("", "TERM is not set"),
  ])
  func `a terminal without a screen gets a sentence`(term: String, says: String) throws {
    let program = try PtyProgram([Products.path(of: "TerminalProbe")], environment: ["TERM": term])
    #expect(program.waitForEnd() == .exited(2))
    #expect(program.text().contains(says))
    #expect(!program.output.contains(0x1B))
  }

  @Test func `a pipe instead of a terminal gets a sentence`() throws {
    let probe = Products.path(of: "TerminalProbe")
    let program = try PtyProgram(["/bin/sh", "-c", "'\(probe)' | cat; '\(probe)' < /dev/null"])
    #expect(program.waitForEnd() == .exited(2))
    #expect(program.text().contains("The output is not a terminal"))
    #expect(program.text().contains("The input is not a terminal"))
    #expect(!program.output.contains(0x1B))
  }
}
