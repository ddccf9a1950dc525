import CacheEngine
import Testing

@testable import Simulation

@Suite("A request is a value")
struct ResumeTests {
  private static let source = """
    def read(key):
        tries = 0
        names = []
        while tries < 3:
            tries += 1
            try:
                value = look(key, tries)
                if value is not None:
                    return f"{key} after {tries}: {value} {names}"
                names = names + ["lock:" + key]
            except Timeout:
                names = names + ["late"]
            finally:
                cache.delete_if(key, tries)
            sleep(50ms * tries)
        return names

    def look(key, n):
        for prefix in ["a", "b"]:
            value = cache.get(prefix + key)
            if value is not None: return value
        return db.load(key, timeout=n * 1s)
    """

  /// What the world answers to the nth call of a request, decided by `seed`.
  private func reply(_ call: Call, _ number: Int, _ seed: UInt64) -> Bench.Reply {
    var random = SeededRandom(seed: seed &+ UInt64(number) &* 7_919)
    switch (call, random.below(4)) {
    case (.databaseLoad, 0): return .exception(.timeout)
    case (.databaseLoad, 1): return .exception(.failure(.databaseDown))
    case (.cacheGet, 0), (.databaseLoad, 2): return .value(.number(Int64(random.below(100))))
    default: return .value(.none)
    }
  }

  private func give(_ reply: Bench.Reply, to machine: inout Machine) {
    switch reply {
    case .value(let value): machine.resume(with: value)
    case .exception(let exception): machine.raise(exception)
    }
  }

  /// Runs to the end; keeps a copy of machine and symbols at every call.
  private func run(
    _ bench: inout Bench, _ machine: inout Machine, from number: Int = 0, seed: UInt64,
    copies: inout [(Machine, SymbolTable, Call)]
  ) -> String {
    var number = number
    while true {
      let outcome = machine.run(bench.program, symbols: &bench.symbols)
      guard case .call(let call) = outcome else { return bench.words(outcome, machine) }
      copies.append((machine, bench.symbols, call))
      give(reply(call, number, seed), to: &machine)
      number += 1
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `a copy taken at any call goes on to the same end`(_ seed: UInt64) throws {
    var bench = try Bench(Self.source)
    var machine = try bench.machine("read", [bench.text("user:1")])
    var copies: [(Machine, SymbolTable, Call)] = []
    let end = run(&bench, &machine, seed: seed, copies: &copies)
    for (number, copy) in copies.enumerated() {
      var other = bench
      other.symbols = copy.1
      var (again, _, call) = copy
      #expect(again.isWaiting)
      give(reply(call, number, seed), to: &again)
      var ignored: [(Machine, SymbolTable, Call)] = []
      let same = run(&other, &again, from: number + 1, seed: seed, copies: &ignored)
      #expect(same == end)
      #expect(again.line == machine.line)
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `a request that is cancelled at any call ends, and its finally runs`(
    _ seed: UInt64
  ) throws {
    var bench = try Bench(Self.source)
    var machine = try bench.machine("read", [bench.text("user:1")])
    var copies: [(Machine, SymbolTable, Call)] = []
    _ = run(&bench, &machine, seed: seed, copies: &copies)
    for copy in copies {
      var (again, symbols, _) = copy
      let isUnwinding = again.cancel(bench.program)
      var later: [Call] = []
      if !isUnwinding { again.resume(with: .none) }
      var outcome = again.run(bench.program, symbols: &symbols)
      while case .call(let call) = outcome {
        later.append(call)
        again.resume(with: .none)
        outcome = again.run(bench.program, symbols: &symbols)
      }
      #expect(outcome == .failed(.cancelled))
      // Between the tries, asleep, nothing is held; in a try the finally runs once; in the
      // finally itself it just ends.
      let expected: [Call] = copy.2 == .sleep || copy.2 == .cacheDeleteIf ? [] : [.cacheDeleteIf]
      #expect(later == expected, "cancelled at \(copy.2)")
    }
  }

  @Test func `the next request finds nothing of the one before`() throws {
    var bench = try Bench(
      "def f(a):\n    x = [a, a]\n    y = x\n    return y\n\ndef g(b):\n    return [b]")
    var machine = Machine()
    for number in 0..<3 {
      machine.reset(bench.program, function: 0, arguments: [.number(Int64(number))])
      #expect(machine.locals(bench.program).map(\.name) == ["a"])
      let outcome = bench.finish(&machine)
      #expect(bench.words(outcome, machine) == "[\(number), \(number)]")
      machine.reset(bench.program, function: 1)
      let second = bench.finish(&machine)
      #expect(bench.words(second, machine) == "[None]")
    }
  }
}
