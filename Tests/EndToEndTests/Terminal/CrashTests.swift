import Foundation
import Glibc
import PtySupport
import Testing

/// A crash leaves the terminal as it was, says so on it, and loses nothing that was done.
@Suite struct CrashTests {
  /// Does a command, ends the tutor in some way, and looks at what is left.
  private func check(
    _ setting: [String: String] = [:], says: String = "cachetutor has crashed",
    crash: (PtyProgram) -> Void
  ) throws -> Ending? {
    let home = try Home(sandbox: .still)
    let program = try home.pty(setting: setting)
    try program.wait(for: "Ten requests")
    #expect(program.modesLeft.contains(1049) && program.modesLeft.contains(1006))
    program.write("SET key:1 value\r")
    try program.wait(for: "key:1")
    program.settle()
    crash(program)
    let ending = program.waitForEnd()
    #expect(program.flags == program.flagsBefore)
    #expect(program.modesLeft == [])
    #expect(program.afterwards.contains(says), "\(program.afterwards)")

    let recording = try #require(home.recordings.first)
    #expect(try String(contentsOfFile: recording, encoding: .utf8).contains("SET key:1 value"))
    #expect(try home.run(["replay", "--check"]).status == 0)
    let again = try home.pty()
    try again.wait(for: "Welcome back")
    again.write("GET key:1\r")
    try again.wait(for: "value")
    return ending
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT])
  func `a fatal signal`(signal: Int32) throws {
    #expect(try check { $0.signal(signal) } == .signalled(signal))
  }

  @Test(arguments: [
    ("precondition", "CACHETUTOR_CRASH asked for this"), ("index", "cachetutor has crashed"),
  ])
  func `a broken promise of the program itself`(way: String, says: String) throws {
    let ending = try check(["CACHETUTOR_CRASH": way], says: says) { $0.write("\u{1B}[24~") }
    // An illegal instruction on x86, a trap on ARM.
    #expect(ending == .signalled(SIGILL) || ending == .signalled(SIGTRAP))
  }

  @Test func `a stack without room`() throws {
    let ending = try check(["CACHETUTOR_CRASH": "stack"]) { $0.write("\u{1B}[24~") }
    #expect(ending == .signalled(SIGSEGV))
  }

  @Test func `the key that crashes on purpose does nothing unless it is asked for`() throws {
    let home = try Home(sandbox: .still)
    let program = try home.pty()
    try program.wait(for: "Ten requests")
    program.write("\u{1B}[24~")
    program.write("quit\r")
    #expect(program.waitForEnd() == .exited(0))
  }
}
