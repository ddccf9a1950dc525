import CacheEngine
import Testing

@testable import Simulation

@Suite("Limits of listings")
struct LimitTests {
  static let table: [(String, String)] = [
    (
      "while True: pass",
      "This line ran 100000 operations without asking anybody: does the loop ever end?"
    ),
    (
      "while True: sleep(1ms)",
      "The loops of this request made 100000 rounds: does anything end them?"
    ),
    (
      "f()", "Functions called each other 50 deep: does one of them call itself for ever?"
    ),
    (
      "while True: x = x + x", "This text grew beyond 4096 bytes; keys and values are shorter."
    ),
    (
      "while True: l = l + l", "This list grew beyond 1000 elements."
    ),
    (
      "while True: l = [l]", "Lists stand in lists more than 8 deep, or say the same too often."
    ),
    (
      "for n in range(2000): pass", "This list grew beyond 1000 elements."
    ),
  ]

  @Test(arguments: table)
  func `what has no end meets a limit that says so`(
    _ row: (line: String, sentence: String)
  ) throws {
    var bench = try Bench("def f():\n    x = \"0123456789\"\n    l = [1]\n    \(row.line)")
    #expect(try bench.answer() == row.sentence)
  }

  @Test func `all texts of a request together have a limit`() throws {
    var bench = try Bench(
      "def f():\n    n = 0\n    while True:\n        n += 1\n        x = f\"{n}:\" + str(now())")
    bench.limits.textMade = 50
    #expect(try bench.answer() == "This request made texts of more than 50 bytes in all.")
  }

  @Test func `all lists of a request together have a limit`() throws {
    var bench = try Bench("def f():\n    while True: l = [1, 2, 3]")
    bench.limits.listElements = 100
    #expect(try bench.answer() == "This request made lists of more than 100 elements in all.")
  }

  @Test func `a list that the world gives counts as well`() throws {
    var bench = try Bench("def f():\n    while True:\n        batch = queue.take(9)")
    var machine = try bench.machine("f")
    bench.limits.listElements = 20
    for _ in 0..<3 {
      try bench.expect(.call(.queueTake), from: &machine)
      machine.resume(with: machine.makeList(Array(repeating: .number(1), count: 9)))
    }
    let outcome = bench.finish(&machine)
    #expect(outcome == .limit(.listElements(20)))
  }

  @Test func `a request cannot start others for ever`() throws {
    var bench = try Bench("def f():\n    while True: spawn f()")
    bench.limits.spawns = 3
    #expect(
      try bench.answer()
        == "This request started more than 3 others: does it end before it starts the next?")
    #expect(bench.spawned.count == 3)
  }

  @Test func `lists of lists cannot grow without growing`() throws {
    let line = "l = [\((0..<40).map { _ in "l" }.joined(separator: ","))]"
    var bench = try Bench("def f():\n    l = [1]\n    while True:\n        \(line)")
    #expect(
      try bench.answer() == "Lists stand in lists more than 8 deep, or say the same too often.")
  }

  @Test func `no finally runs after a limit, and no except catches it`() throws {
    var bench = try Bench(
      """
      def f():
          try:
              while True: pass
          except:
              cache.delete("a")
          finally:
              cache.delete("b")
      """)
    bench.limits.operations = 10
    var machine = try bench.machine("f")
    let outcome = bench.finish(&machine)
    #expect(outcome == .limit(.operations(10)))
    #expect(machine.isOver)
    #expect(machine.line == 3)
    #expect(bench.calls.isEmpty)
  }

  @Test func `a machine that met a limit runs the next request as a fresh one`() throws {
    var bench = try Bench(
      "def f():\n    while True: sleep(1s)\n\ndef g(a):\n    x = [a]\n    return x + [\"y\"]")
    bench.limits.loopRounds = 5
    var machine = try bench.machine("f")
    let first = bench.finish(&machine)
    #expect(first == .limit(.loopRounds(5)))
    machine.reset(bench.program, function: 1, arguments: [.number(3)])
    let second = bench.finish(&machine)
    #expect(bench.words(second, machine) == "[3, \"y\"]")
  }
}
