import Foundation
import PtySupport

// What a person at the terminal feels, measured from outside: the program runs in a
// pseudo-terminal of 120 × 40, its keys are pressed, and what it writes is timed.

/// The figures of the whole program.
struct TerminalFigures {
  private let program: String
  private let home: URL

  /// The program that was built beside this one; nil when it was not.
  init?() {
    program = Products.path(of: "cachetutor")
    home = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)")
    guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
  }

  /// All rows, in their order.
  func measure() throws -> [Figure] {
    defer { try? FileManager.default.removeItem(at: home) }
    return [
      Figure(
        "terminal: start to the first frame, a lesson",
        milliseconds: try (0..<15).map { _ in try startTime([]) }, budget: 60),
      Figure(
        "terminal: start to the first frame, the sandbox",
        milliseconds: try (0..<15).map { _ in try startTime(["play"]) }, budget: 60),
    ] + (try still()) + (try moving())
  }

  private func start(_ arguments: [String]) throws -> PtyProgram {
    let program = try PtyProgram(
      [program] + arguments + ["--no-record"], columns: 120, rows: 40,
      environment: [
        "HOME": home.path, "XDG_STATE_HOME": home.path, "XDG_CONFIG_HOME": home.path,
        "CACHETUTOR_LESSONS": CheckedOut.lessons,
      ])
    // The question that every terminal answers follows the first frame.
    guard program.wait(forBytes: "\u{1B}[c") else {
      throw PtyError.timedOut(waitingFor: "the first frame", screen: program.text())
    }
    return program
  }

  private func startTime(_ arguments: [String]) throws -> Double {
    let clock = ContinuousClock.now
    let program = try start(arguments)
    let time = (ContinuousClock.now - clock) / .milliseconds(1)
    program.signal(9)
    return time
  }

  /// While nothing moves: keys, Escape, and what it costs to do nothing.
  private func still() throws -> [Figure] {
    let program = try start([])
    try program.wait(for: "clock stopped")
    program.settle()
    let keys = (0..<100).map { _ in echo(in: program) }
    let escapes = (0..<20).map { _ in answer(to: "\u{1B}", in: program) }
    program.settle()
    let before = (program.output.count, program.usage)
    let seconds = 3.0
    _ = program.waitForOutput(from: before.0, seconds: seconds)
    let after = program.usage
    return [
      Figure("terminal: a key to its letter, nothing moves", milliseconds: keys, budget: 3),
      Figure("terminal: Escape to its answer", milliseconds: escapes, budget: 50),
      Figure(
        "terminal: written while nothing moves", Double(program.output.count - before.0) / seconds,
        "B/s", budget: 0),
      Figure(
        "terminal: wake-ups while nothing moves",
        Double(after.wakeUps - before.1.wakeUps) / seconds, "/s", budget: 1),
    ]
  }

  /// While traffic runs at a hundred requests a second and every frame differs.
  private func moving() throws -> [Figure] {
    let program = try start(["play"])
    program.write("traffic start rate=100/s\r")
    program.write("speed 1\r")
    for _ in 0..<30 { _ = program.waitForOutput(from: program.output.count, seconds: 1) }
    let before = (program.output.count, program.usage, ContinuousClock.now)
    while ContinuousClock.now - before.2 < .seconds(5) {
      _ = program.waitForOutput(from: program.output.count, seconds: 1)
    }
    let seconds = (ContinuousClock.now - before.2) / .seconds(1)
    let after = program.usage
    let written = Double(program.output.count - before.0) / seconds / 1e3
    let keys = (0..<60).map { _ in echo(in: program) }
    return [
      Figure("terminal: a key to its letter, traffic runs", milliseconds: keys, budget: 5),
      Figure(
        "terminal: of a processor, traffic runs",
        (after.processor - before.1.processor) / seconds * 100, "%", budget: 5),
      Figure("terminal: written, traffic runs", written, "kB/s", budget: 40),
      Figure(
        "terminal: most memory at once", Double(program.usage.peakKilobytes) / 1e3, "MB",
        budget: 40),
    ]
  }

  /// Milliseconds from a letter to the letter on the screen; the line is emptied again.
  private func echo(in program: PtyProgram) -> Double {
    let time = answer(to: "~", in: program, as: "~")
    program.write("\u{15}")
    program.settle(seconds: 0.01)
    return time
  }

  /// Milliseconds from keys to the bytes that answer them.
  private func answer(
    to keys: String, in program: PtyProgram, as bytes: String = ""
  ) -> Double {
    let start = program.output.count
    let clock = ContinuousClock.now
    program.write(keys)
    guard program.wait(forBytes: bytes, from: start, seconds: 5) else { return .infinity }
    let time = (ContinuousClock.now - clock) / .milliseconds(1)
    if bytes.isEmpty { program.settle(seconds: 0.05) }
    return time
  }
}
