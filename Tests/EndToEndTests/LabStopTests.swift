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
    try program.wait(for: "runs  █")
    program.write("\u{03}")
    #expect(program.waitForEnd() == .exited(130))
    let text = program.text()
    for part in ["1 000 000 requests", "opt-bypass", "over OPT: ", "the rest is not known"] {
      #expect(text.contains(part), "\(part) is not in \(text)")
    }
  }

  @Test func `Ctrl-C is heard while a trace is made`() throws {
    let program = try Home().pty(
      "simulate", "--workload", "uniform:keys=1k,requests=100M", "--policy", "lru")
    try program.wait(for: "drawing")
    program.write("\u{03}")
    #expect(program.waitForEnd() == .exited(130))
    #expect(program.text().contains("stopped while the trace was made — nothing is known yet"))
  }

  @Test func `Ctrl-C in the middle of advice gives the advice that is known`() throws {
    let program = try Home().pty(
      "advise", "--workload", "zipf:keys=30k,requests=300k", "--policy", "hyperbolic,gdsf,lru-k")
    try program.wait(for: "runs  █")
    program.write("\u{03}")
    #expect(program.waitForEnd() == .exited(130))
    let text = program.text()
    for part in [
      "The best policy by capacity:", "Only lru could be compared, not ", "the rest is not known",
    ] {
      #expect(text.contains(part), "\(part) is not in \(text)")
    }
  }

  @Test func `a trace that does not fit into memory is not begun`() throws {
    func run(_ arguments: String) throws -> (status: Int32, complaint: String) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "ulimit -v 3000000; exec \"$0\" \(arguments)", Home.program]
      process.environment = try Home().environment
      let errors = Pipe()
      process.standardError = errors
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return (process.terminationStatus, String(decoding: complaint, as: UTF8.self))
    }
    // Programs that a sanitizer watches do not start with so little room.
    guard try run("--version").status == 0 else { return }
    let refused = try run("simulate --workload zipf:requests=1G")
    #expect(refused.status == 2)
    #expect(
      refused.complaint.hasPrefix(
        "cachetutor: zipf:requests=1G takes about 7.5 GiB of memory, and "))
    #expect(refused.complaint.hasSuffix("or keep a share of the keys, --sample 10%\n"))
    #expect(try run("simulate --workload zipf:requests=1k --policy lru").status == 0)
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
