import CacheEngine
import Testing

@testable import Simulation

@Suite("Exceptions")
struct ExceptionTests {
  /// What each kind of `try` answers when `db.load` comes to each end.
  ///
  /// The mark `+` says that the `finally` ran.
  static let matrix: [(clauses: String, ends: [String])] = [
    // value, Timeout, Failure, mistake, cancelled
    ("except Timeout: return \"T\"", ["row", "T", "Failure: down", "mistake", "Cancelled"]),
    ("except Failure: return \"F\"", ["row", "Timeout", "F", "mistake", "Cancelled"]),
    ("except: return \"any\"", ["row", "any", "any", "any", "Cancelled"]),
    (
      "except Failure: return \"F\"|except Timeout: return \"T\"",
      ["row", "T", "F", "mistake", "Cancelled"]
    ),
    (
      "finally: cache.delete(\"+\")",
      ["row +", "Timeout +", "Failure: down +", "mistake +", "Cancelled +"]
    ),
    (
      "except Timeout: return \"T\"|finally: cache.delete(\"+\")",
      ["row +", "T +", "Failure: down +", "mistake +", "Cancelled +"]
    ),
    (
      "except: return db.load(\"k\")|finally: cache.delete(\"+\")",
      ["row +", "Timeout +", "Failure: down +", "Failure: down +", "Cancelled +"]
    ),
  ]

  static let ends = ["value", "timeout", "failure", "mistake", "cancelled"]

  @Test(arguments: 0..<7, 0..<5)
  func `each end meets each clause`(_ row: Int, _ column: Int) throws {
    let (clauses, expected) = Self.matrix[row]
    let lines = clauses.split(separator: "|").map { "    \($0)" }.joined(separator: "\n")
    var bench = try Bench(
      "def f():\n    try:\n        return db.load(\"k\")\n\(lines)\n    return \"after\"")
    bench.rows["k"] = bench.text("row")
    var machine = try bench.machine("f")
    let first = machine.run(bench.program, symbols: &bench.symbols)
    #expect(first == .call(.databaseLoad))
    switch Self.ends[column] {
    case "timeout": bench.failing[.databaseLoad] = .timeout
    case "failure": bench.failing[.databaseLoad] = .failure(.databaseDown)
    case "mistake": bench.failing[.databaseLoad] = .failure(.divisionByZero)
    default: break
    }
    if Self.ends[column] == "cancelled" {
      let ends = machine.cancel(bench.program)
      #expect(ends)
    } else {
      bench.serve(.databaseLoad, &machine)
    }
    if column == 3 { bench.failing[.databaseLoad] = .failure(.databaseDown) }
    let words = bench.words(bench.finish(&machine), machine)
      .replacing("Failure: The database is down.", with: "Failure: down")
      .replacing("Failure: Nothing can be divided by zero.", with: "mistake")
    let ran = bench.calls.contains("cache.delete(+)") ? " +" : ""
    #expect(words + ran == expected[column], "\(clauses) when \(Self.ends[column])")
    #expect(machine.isOver)
  }

  @Test func `a return, a break and a continue run every finally on their way`() throws {
    var bench = try Bench(
      """
      def f():
          for x in [1, 2, 3, 4]:
              try:
                  try:
                      if x == 1: continue
                      if x == 3: return "out"
                      cache.delete("body")
                  finally:
                      cache.delete(x)
              finally:
                  cache.delete("outer")
          return "never"

      def g():
          while True:
              try:
                  break
              finally:
                  cache.delete("left")
          return "after"
      """)
    #expect(try bench.answer() == "out")
    #expect(
      bench.calls.map { $0.dropFirst(13).dropLast() } == [
        "1", "outer", "body", "2", "outer", "3", "outer",
      ])
    bench.calls = []
    #expect(try bench.answer("g") == "after")
    #expect(bench.calls == ["cache.delete(left)"])
  }

  @Test func `an exception goes through callers to the one that catches it`() throws {
    var bench = try Bench(
      """
      def f():
          try:
              return 1 + g()
          except Timeout:
              return "caught"

      def g():
          try:
              return db.load("k")
          finally:
              cache.delete("g")
      """)
    bench.failing[.databaseLoad] = .timeout
    #expect(try bench.answer() == "caught")
    #expect(bench.calls == ["db.load(k, None)", "cache.delete(g)"])
  }

  @Test func `what a finally raises replaces what it held back`() throws {
    var bench = try Bench(
      """
      def f():
          try:
              try:
                  db.load("k")
              finally:
                  db.store("k", 1)
          except Failure:
              return "failure"
          except Timeout:
              return "timeout"
      """)
    bench.failing = [.databaseLoad: .timeout, .databaseStore: .failure(.databaseDown)]
    #expect(try bench.answer() == "failure")
  }

  @Test func `a request that is cancelled cannot be revived by a failing finally`() throws {
    var bench = try Bench(
      """
      def f():
          try:
              try:
                  sleep(1s)
              finally:
                  db.store("k", 1)
          except:
              return "alive"
      """)
    bench.failing = [.databaseStore: .failure(.databaseDown)]
    var machine = try bench.machine("f")
    try bench.expect(.call(.sleep), from: &machine)
    let ends = machine.cancel(bench.program)
    #expect(ends)
    let outcome = bench.finish(&machine)
    #expect(outcome == .failed(.cancelled))
  }

  @Test func `a finally catches its own failures, also while cancelled`() throws {
    var bench = try Bench(
      """
      def f():
          try:
              sleep(1s)
          finally:
              try:
                  db.store("k", 1)
              except:
                  cache.delete("k")
              cache.delete("end")
      """)
    bench.failing = [.databaseStore: .failure(.databaseDown)]
    var machine = try bench.machine("f")
    try bench.expect(.call(.sleep), from: &machine)
    let ends = machine.cancel(bench.program)
    #expect(ends)
    let outcome = bench.finish(&machine)
    #expect(outcome == .failed(.cancelled))
    #expect(bench.calls == ["db.store(k, 1, None)", "cache.delete(k)", "cache.delete(end)"])
  }

  @Test func `a finally in progress is finished before the request is cancelled`() throws {
    var bench = try Bench(
      """
      def f():
          try:
              help()
          except:
              return "alive"
          cache.delete("never")

      def help():
          try:
              pass
          finally:
              cache.delete("1")
              cache.delete("2")
          cache.delete("never")
      """)
    var machine = try bench.machine("f")
    try bench.expect(.call(.cacheDelete), from: &machine)
    let ends = machine.cancel(bench.program)
    #expect(!ends)
    #expect(machine.isWaiting)
    bench.serve(.cacheDelete, &machine)
    let outcome = bench.finish(&machine)
    #expect(outcome == .failed(.cancelled))
    #expect(bench.calls == ["cache.delete(1)", "cache.delete(2)"])
  }

  @Test func `a request that is cancelled before its first line runs nothing`() throws {
    var bench = try Bench("def f():\n    try:\n        sleep(1s)\n    finally:\n        now()")
    var machine = try bench.machine("f")
    let ends = machine.cancel(bench.program)
    #expect(ends)
    let outcome = bench.finish(&machine)
    #expect(outcome == .failed(.cancelled))
    #expect(bench.calls.isEmpty)
  }

  @Test func `a flight that ends because of an exception can be told from one that landed`() throws
  {
    var bench = try Bench(
      """
      def f():
          try:
              db.load("k")
          finally:
              flight.end("k", None)
      """)
    for (exception, isUnwinding) in [(Exception?.none, false), (.timeout, true)] {
      bench.failing[.databaseLoad] = exception
      var machine = try bench.machine("f")
      try bench.expect(.call(.databaseLoad), from: &machine)
      #expect(!machine.isUnwinding(bench.program))
      bench.serve(.databaseLoad, &machine)
      try bench.expect(.call(.flightEnd), from: &machine)
      #expect(machine.isUnwinding(bench.program) == isUnwinding)
    }
  }

  @Test func `exceptions caught round after round leave nothing behind`() throws {
    var bench = try Bench(
      """
      def f():
          for x in range(500):
              try:
                  try:
                      x = 1 // 0
                  finally:
                      x = 2 // 0
              except:
                  pass
          return "done"
      """)
    var machine = try bench.machine("f")
    _ = bench.finish(&machine)
    #expect(machine.raised.count <= 1)
  }
}
