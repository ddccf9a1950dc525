import CacheEngine
import Glibc
import PtySupport
import Testing

/// Whatever is typed, clicked, pasted and resized: the tutor lives, and still draws.
@Suite(.serialized) struct StormTests {
  private static let sequences = [
    "\r", "\t", "\u{1B}", "\u{7F}", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[H",
    "\u{1B}[F", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[Z", "\u{1B}OP", "\u{1B}OQ", "\u{1B}OR",
    "\u{1B}OS", "\u{1B}[15~", "\u{1B}[17~", "\u{1B}[19~", "\u{1B}[1;5C", "\u{1B}f", "\u{1B}[I",
    "\u{1B}[O", "\u{1B}[<0;10;10M", "\u{1B}[<0;90;29M", "\u{1B}[<65;20;20M", "\u{1B}[<64;60;9M",
    "\u{1B}[200~read a\nread b\u{1B}[201~", "\u{1B}[99;99X", "\u{1B}]11;rgb:f/f/f\u{7}", "é", "漢",
    "\u{0}", "\u{1}", "\u{8}", "\u{12}", "\u{13}", "\u{15}", "\u{17}", "\u{1F}", "\u{FFFF}",
    "read user:1\r", "herd user:2 30\r", "undo\r", "next\r", "hint\r", "skip\r", "tick 5s\r",
  ]

  @Test(arguments: [
    (1, ["thundering-herd"], ""), (2, ["play"], "traffic start rate=100/s\r"), (3, ["replay"], ""),
  ])
  func `any keys in any order`(seed: Int, arguments: [String], first: String) throws {
    let home = try Home(sandbox: .still)
    _ = try home.run(["--plain"], input: "read user:1\nnext\nanswer d\nread user:1\nquit\n")
    let program = try home.pty(arguments + ["--no-record"])
    #expect(program.waitForOutput(from: 500))
    program.write(first)
    var random = SeededRandom(seed: UInt64(seed), stream: "storm")
    for item in 0..<600 {
      if random.below(5) < 3 {
        let letter = UInt8(0x20 + random.below(0x5F))
        // q asks whether to leave, and Enter would say yes.
        program.write(letter == UInt8(ascii: "q") ? "a" : String(UnicodeScalar(letter)))
      } else {
        program.write(Self.sequences[random.below(Self.sequences.count)])
      }
      if item % 60 == 0 {
        program.resize(columns: 1 + random.below(200), rows: 1 + random.below(60))
      }
      // Reads on: a terminal that nobody reads from stops the program.
      _ = program.waitForOutput(from: program.output.count, seconds: 0.002)
    }
    program.resize(columns: 100, rows: 30)
    program.settle(seconds: 0.05)
    let before = program.output.count
    program.write("\u{0C}")
    #expect(program.waitForOutput(from: before + 1_000), "it does not paint any more")
    #expect(program.waitForEnd(seconds: 0) == nil)
    program.signal(SIGTERM)
    #expect(program.waitForEnd() == .exited(143))
    #expect(program.flags == program.flagsBefore && program.modesLeft == [])
  }
}
