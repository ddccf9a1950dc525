import CacheEngine
import Testing

@testable import Simulation

/// Line by line through the patterns, as the learner steps.
@Suite("Stepping")
struct StepTests {
  private func bench(_ pattern: String) throws -> Bench {
    try Bench(PatternTests.pattern(pattern).listing.lines.joined(separator: "\n"))
  }

  @Test func `a miss goes through look, load and fill, a hit turns round`() throws {
    var bench = try bench("cache-aside")
    bench.rows["user:1"] = bench.text("Ada")
    let key = bench.text("user:1")
    #expect(try bench.walk("read", [key]) == [2, 3, 5, 6, 7])
    #expect(try bench.walk("read", [key]) == [2, 3, 4])
    #expect(try bench.walk("write", [key, bench.text("Adele")]) == [10, 11])
    #expect(try bench.walk("read", [key]) == [2, 3, 5, 6, 7])
  }

  @Test func `the winner of the lock loads, a loser sleeps and looks again`() throws {
    var bench = try bench("cache-aside+lock")
    bench.rows["p"] = bench.text("Welcome")
    let key = bench.text("p")
    #expect(try bench.walk("read", [key]) == [2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13])
    bench.cache = ["lock:p": bench.text("somebody")]
    var loser = try bench.machine("read", [key])
    var lines = [loser.line]
    while lines.count < 12 {
      switch loser.stepLine(bench.program, symbols: &bench.symbols) {
      case .paused: lines.append(loser.line)
      case .call(let call):
        if call == .sleep { bench.cache["p"] = bench.text("Welcome") }
        bench.serve(call, &loser)
      default: lines.append(0)
      }
      if lines.last == 0 { break }
    }
    #expect(lines == [2, 3, 4, 6, 7, 14, 2, 3, 4, 5, 0])
  }

  @Test func `an exception is seen on the line of its except, then of its finally`() throws {
    var bench = try Bench(
      """
      def f():
          try:
              db.load("k")
          except Timeout:
              pass
          finally:
              cache.delete("k")
          return 1
      """)
    bench.failing[.databaseLoad] = .timeout
    #expect(try bench.walk("f") == [2, 3, 4, 5, 6, 7, 8])
  }

  @Test func `a step goes into a function and back`() throws {
    var bench = try Bench(
      """
      def f():
          x = g(1) + 1
          return x

      def g(n):
          return n
      """)
    #expect(try bench.walk("f") == [2, 6, 2, 3])
  }

  @Test func `a loop on one line pauses every round`() throws {
    var bench = try Bench("def f():\n    x = 3\n    while x > 0: x -= 1\n    return x")
    #expect(try bench.walk("f") == [2, 3, 3, 3, 3, 4])
  }

  @Test func `else and the end of a block are no lines to stand on`() throws {
    var bench = try Bench(
      """
      def f(n):
          if n:
              cache.delete("a")
          else:
              cache.delete("b")

      def g():
          if None:
              cache.delete("never")
      """)
    #expect(try bench.walk("f", [.number(1)]) == [2, 3])
    #expect(try bench.walk("f", [.number(0)]) == [2, 5])
    #expect(try bench.walk("g") == [8])
  }

  @Test func `a request waits on the line that calls, below the lines of its callers`() throws {
    var bench = try Bench(
      """
      def f(key):
          value = g(key)
          return value

      def g(key):
          local = 5
          return db.load(key)
      """)
    var machine = try bench.machine("f", [bench.text("k")])
    #expect(machine.line == 2)
    #expect(machine.lineStack == [2])
    try bench.expect(.call(.databaseLoad), from: &machine)
    #expect(machine.lineStack == [2, 7])
    #expect(machine.line == 7)
    let locals = machine.locals(bench.program).map { local in
      "\(local.name)=\(machine.text(of: local.value, symbols: bench.symbols))"
    }
    #expect(locals == ["key=k", "local=5"])
    machine.resume(with: .number(1))
    let outcome = bench.finish(&machine)
    #expect(outcome == .finished(.number(1)))
    #expect(machine.line == 3)
  }

  @Test func `stepping and running do the same`() throws {
    for pattern in PatternTests.names {
      for function in ["read", "write", "refresh", "every 5s"] {
        var running = try bench(pattern)
        guard let index = running.program.function(named: function) else { continue }
        let count = running.program.functions[index].parameterCount
        let arguments = [running.text("k"), running.text("v")].prefix(count)
        var stepping = running
        _ = try running.answer(function, Array(arguments))
        _ = try stepping.walk(function, Array(arguments))
        #expect(running.calls == stepping.calls, "\(pattern) \(function)")
      }
    }
  }
}
