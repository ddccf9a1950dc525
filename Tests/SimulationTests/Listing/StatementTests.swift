import CacheEngine
import Testing

@testable import Simulation

@Suite("Statements")
struct StatementTests {
  private func answer(_ source: String) throws -> String {
    var bench = try Bench(source)
    return try bench.answer()
  }

  @Test func `assignments change a variable, also in place`() throws {
    #expect(
      try answer(
        """
        def f():
            x = 7
            x += 3
            x -= 1
            x *= 4
            x //= 5
            y = 2
            y /= 4
            z = 17
            z %= 5
            return [x, y, z]
        """) == "[7, 0.5, 2]")
  }

  @Test(arguments: [(0, "zero"), (1, "one"), (2, "two"), (9, "many")])
  func `the first condition that holds picks the block`(_ row: (Int, String)) throws {
    var bench = try Bench(
      """
      def f(n):
          if not n: return "zero"
          if n == 1:
              return "one"
          elif n == 2:
              x = "two"
          else:
              x = "many"
          return x
      """)
    #expect(try bench.answer("f", [.number(Int64(row.0))]) == row.1)
  }

  @Test func `loops go round, skip and end early`() throws {
    #expect(
      try answer(
        """
        def f():
            sum = 0
            n = 0
            while True:
                n += 1
                if n == 3:
                    continue
                if n > 5:
                    break
                sum += n
            for x in [10, 20, 30, 40]:
                if x == 20: continue
                if x == 40: break
                sum += x
            for x in []:
                sum = None
            return sum
        """) == "52")
  }

  @Test func `loops in loops keep their own places`() throws {
    #expect(
      try answer(
        """
        def f():
            pairs = []
            for x in range(3):
                for y in range(3):
                    if y > x: break
                    pairs = pairs + [[x, y]]
            return pairs
        """) == "[[0, 0], [1, 0], [1, 1], [2, 0], [2, 1], [2, 2]]")
  }

  @Test func `functions call each other with arguments in place or by name`() throws {
    #expect(
      try answer(
        """
        def f():
            return [fib(10), minus(b=1, a=5), nothing()]

        def fib(n):
            if n < 2: return n
            return fib(n - 1) + fib(n - 2)

        def minus(a, b):
            return a - b

        def nothing():
            pass
        """) == "[55, 4, None]")
  }

  @Test func `a variable read before it has a value fails with its name`() throws {
    #expect(
      try answer(
        """
        def f():
            if cache.get("a"):
                x = 1
            return x
        """) == "Failure: `x` has no value yet when this line runs.")
  }

  @Test func `and what decides keeps the variable that it is given to`() throws {
    #expect(
      try answer(
        """
        def f():
            x = 0
            y = "old"
            y = x or y
            return y
        """) == "old")
  }

  @Test(
    arguments: [
      ("for x in 5: pass", "`for` goes through a list, not through a number."),
      ("for x in \"ab\": pass", "`for` goes through a list, not through a text."),
    ]
  )
  func `only lists are gone through`(_ row: (String, String)) throws {
    #expect(try answer("def f():\n    \(row.0)") == "Failure: \(row.1)")
  }

  @Test func `calls get their arguments in order, with defaults`() throws {
    var bench = try Bench(
      """
      def f():
          cache.set("a", 1)
          cache.set("a", ttl=5s, value=2)
          cache.get(stale=True, key="a")
          db.store_all([["a", 1]], timeout=1s)
          queue.put("k", None)
          return cache.get("a")
      """)
    #expect(try bench.answer() == "2")
    #expect(
      bench.calls == [
        "cache.set(a, 1, None)", "cache.set(a, 2, 5s)", "cache.get(a, True)",
        "db.store_all([[\"a\", 1]], 1s)", "queue.put(k, None)", "cache.get(a, False)",
      ])
  }

  @Test func `a spawned function runs by itself, with its own lists`() throws {
    var bench = try Bench(
      """
      def f():
          spawn g([1, [2, "x"]], 5)
          return "first"

      def g(list, n):
          return list + [n]
      """)
    #expect(try bench.answer() == "first")
    var child = try #require(bench.spawned.first)
    let outcome = bench.finish(&child)
    #expect(bench.words(outcome, child) == "[1, [2, \"x\"], 5]")
  }

  @Test func `every becomes a timer with a period, a line and a function`() throws {
    var bench = try Bench(
      """
      def f():
          db.store("a", 1)

      every 5s: f()
      # in between
      every 500ms:
          queue.put("b", 2)
      """)
    #expect(bench.program.timers.map(\.period) == [5_000_000, 500_000])
    #expect(bench.program.timers.map(\.line) == [4, 6])
    for timer in bench.program.timers {
      var machine = Machine()
      machine.reset(bench.program, function: timer.function)
      let outcome = bench.finish(&machine)
      #expect(outcome == .finished(.none))
    }
    #expect(bench.calls == ["db.store(a, 1, None)", "queue.put(b, 2)"])
    #expect(bench.program.functions.map(\.name) == ["f", "every 5s", "every 500ms"])
  }

  @Test func `unreachable lines are allowed, for lines can be put in any order`() throws {
    #expect(try answer("def f():\n    return 1\n    x = 2\n    return x") == "1")
    #expect(
      try answer("def f():\n    return value\n    value = 2")
        == "Failure: `value` has no value yet when this line runs.")
  }

  @Test func `the same listing has the same digest, another one another`() throws {
    let one = try Bench("def f():\n    return 1").program
    let same = try Bench("def f():\n    return 1").program
    let other = try Bench("def f():\n    return 2").program
    #expect(one.digest == same.digest)
    #expect(one.digest != other.digest)
  }

  @Test func `comments and empty lines are not executable`() throws {
    let program = try Bench(
      "# head\n\ndef f():  # here\n    # in\n    x = 1  # behind \"#\"\n\n    return \"#\""
    ).program
    #expect((0...8).filter { program.isExecutable(line: $0) } == [5, 7])
  }
}
