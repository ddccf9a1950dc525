import Foundation
import Glibc
import PtySupport
import Testing

/// The laboratory is stopped in the middle, or has nowhere to write.
@Suite struct LabStopTests {
  @Test func `Ctrl-C in the middle of a study prints the runs that are done`() throws {
    let program = try Home().pty(
      "simulate", "--workload", "zipf:keys=100k,requests=1M", "--capacity", "1%,2%,5%,10%")
    // A part of the bar is full: some runs are done, and many are not.
    try program.wait(for: "█")
    program.write("\u{03}")
    #expect(program.waitForEnd() == .exited(130))
    let text = program.text()
    for part in ["1 000 000 requests", "opt-bypass", "over OPT: ", "the rest is not known"] {
      #expect(text.contains(part), "\(part) is not in \(text)")
    }
  }

  @Test func `a closed pipe ends it without a word`() throws {
    let home = try Home()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Home.program)
    process.arguments = ["simulate", "--workload", "loop:keys=9,requests=99", "--policy", "lru"]
    process.environment = home.environment
    let (output, errors) = (Pipe(), Pipe())
    // Nobody reads from the beginning.
    try output.fileHandleForReading.close()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(complaint.isEmpty, "\(String(decoding: complaint, as: UTF8.self))")
    let isKilled = process.terminationReason == .uncaughtSignal
    #expect(process.terminationStatus == (isKilled ? SIGPIPE : 128 + SIGPIPE))
  }

  @Test func `a full disc is no silent loss`() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Home.program)
    process.arguments = ["simulate", "--workload", "loop:keys=9,requests=99", "--csv"]
    process.environment = try Home().environment
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
    #expect(
      String(decoding: complaint, as: UTF8.self)
        == "cachetutor: cannot write what came out: No space left on device\n")
  }

  @Test func `a sample of nothing is no table of nothing`() throws {
    let result = try Home().run(
      ["simulate", "--trace", "-", "--sample", "0.0001%"], input: "a\nb\nc\n")
    #expect(result.status == 2)
    #expect(
      result.output
        == "cachetutor: --sample 0.0001% keeps no key of 3 requests — keep a larger share\n")
  }

  @Test func `curves have colours on a terminal, unless none are wanted`() throws {
    let home = try Home()
    let arguments = ["curve", "--workload", "zipf:keys=900,requests=20k", "--policy", "lru,fifo"]
    let coloured = try home.pty(arguments)
    #expect(coloured.waitForEnd() == .exited(0))
    let plain = try home.pty(arguments, setting: ["NO_COLOR": "1"])
    #expect(plain.waitForEnd() == .exited(0))
    func has(_ program: PtyProgram) -> Bool {
      String(decoding: program.output, as: UTF8.self).contains("\u{1B}[0;38;5;")
    }
    #expect(has(coloured) && !has(plain))
    #expect(coloured.text().contains("a lru  b fifo") && plain.text().contains("a lru  b fifo"))
  }
}
