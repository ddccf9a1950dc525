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
    ] + (try still("")) + (try moving("")) + (try still("lanes: ", lanes))
      + (try moving("lanes: ", lanes))
  }

  /// The most that can stand beside each other.
  private let lanes = ["compare policy=lru policy=lfu policy=sieve policy=s3-fifo"]

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
  private func still(_ title: String, _ lines: [String] = []) throws -> [Figure] {
    let program = try start(lines.isEmpty ? [] : ["play"])
    // The sandbox opens on traffic that runs: Space stops it.
    if !lines.isEmpty { program.write(" ") }
    try program.wait(for: "clock stopped")
    for line in lines { program.write(line + "\r") }
    program.settle()
    let keys = (0..<100).map { _ in echo(in: program) }
    let escapes = (0..<20).map { _ in answer(to: "\u{1B}", in: program) }
    program.settle()
    let before = (program.output.count, program.usage)
    let seconds = 3.0
    _ = program.waitForOutput(from: before.0, seconds: seconds)
    let after = program.usage
    return [
      Figure("terminal: \(title)a key to its letter, nothing moves", milliseconds: keys, budget: 3),
      Figure("terminal: \(title)Escape to its answer", milliseconds: escapes, budget: 50),
      Figure(
        "terminal: \(title)written while nothing moves",
        Double(program.output.count - before.0) / seconds, "B/s", budget: 0),
      Figure(
        "terminal: \(title)wake-ups while nothing moves",
        Double(after.wakeUps - before.1.wakeUps) / seconds, "/s", budget: 1),
    ]
  }

  /// While traffic runs at a hundred requests a second and every frame differs.
  private func moving(_ title: String, _ lines: [String] = []) throws -> [Figure] {
    let program = try start(["play"])
    for line in lines + ["traffic start rate=100/s", "speed 1"] { program.write(line + "\r") }
    for _ in 0..<30 { _ = program.waitForOutput(from: program.output.count, seconds: 1) }
    let before = (program.output.count, program.usage, ContinuousClock.now)
    var pauses: [Double] = []
    while ContinuousClock.now - before.2 < .seconds(5) {
      let last = ContinuousClock.now
      _ = program.waitForOutput(from: program.output.count, seconds: 1)
      let pause = (ContinuousClock.now - last) / .milliseconds(1)
      // A frame may come in several pieces.
      if pause > 5 { pauses.append(pause) }
    }
    let seconds = (ContinuousClock.now - before.2) / .seconds(1)
    let after = program.usage
    let written = Double(program.output.count - before.0) / seconds / 1e3
    let keys = (0..<60).map { _ in echo(in: program) }
    return [
      Figure("terminal: \(title)a key to its letter, traffic runs", milliseconds: keys, budget: 5),
      Figure(
        "terminal: \(title)of a processor, traffic runs",
        (after.processor - before.1.processor) / seconds * 100, "%", budget: 5),
      Figure("terminal: \(title)written, traffic runs", written, "kB/s", budget: 40),
      Figure(
        "terminal: \(title)from frame to frame, p99", Figure.percentile(99, of: pauses), "ms",
        budget: 50),
      Figure(
        "terminal: \(title)most memory at once", Double(program.usage.peakKilobytes) / 1e3, "MB",
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
