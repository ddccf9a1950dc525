import CacheEngine
import FuzzSupport
import Testing

@testable import Simulation

/// Random and broken listings: whatever stands in one, the compiler answers, and what compiles
/// runs to an end within its limits.
@Suite("Hostile listings")
struct FuzzTests {
  private static let words = [
    "def f(key):", "def f():", "def g(a, b):", "every 5s:", "every 5s: f()", "if", "elif", "else:",
    "else", "while True:", "while", "for x in", "for", "try:", "except Timeout:", "except:",
    "except", "finally:", "return", "break", "continue", "pass", "spawn", "spawn f(x)", "x", "y",
    "key", "value", "=", "==", "+=", "//=", "(", ")", "[", "]", ",", ":", ".", "+", "-", "*", "/",
    "//", "%", "<", ">=", "!=", "is None", "is not None", "not", "and", "or", "in", "not in",
    "None", "True", "0", "1", "9223372036854775807", "2.5", "60s", "100us", "1h", "\"text\"",
    "'a'", "f\"{x}\"", "f\"a{x + 1}b\"", "f\"{", "\"", "\\", "cache.get(key)", "cache.set(x, y)",
    "cache.set(key, value, ttl=60s)", "db.load(x)", "queue.take(3)", "f(x)", "g(x, y)", "len(x)",
    "range(4)", "min(x, y)", "ln(x)", "int(x)", "str(x)", "random()", "now()", "sleep(1s)", "#",
    "\t", "  ", "é", "💥", "$ttl", "{", "}", ";", "&&",
  ]

  /// Lines of words at random; most are nonsense.
  private func nonsense(_ random: inout SeededRandom) -> [String] {
    (0..<1 + random.below(12)).map { _ in
      let indent = String(repeating: " ", count: [0, 4, 4, 8, 8, 12, 2][random.below(7)])
      let count = 1 + random.below(6)
      let line = (0..<count).map { _ in Self.words[random.below(Self.words.count)] }
      return indent + line.joined(separator: random.below(4) == 0 ? "" : " ")
    }
  }

  /// A pattern with some bytes, words or lines changed.
  private func mutant(_ random: inout SeededRandom, of source: [String]) -> [String] {
    var lines = source
    for _ in 0...random.below(3) {
      let place = random.below(lines.count)
      switch random.below(7) {
      case 0: lines.remove(at: place)
      case 1: lines.insert(lines[random.below(lines.count)], at: place)
      case 2: lines.swapAt(place, random.below(lines.count))
      case 3: lines[place] = String(lines[place].dropFirst(4))
      case 4: lines[place] = "    " + lines[place]
      case 5:
        var characters = Array(lines[place])
        guard !characters.isEmpty else { break }
        characters[random.below(characters.count)] =
          Array("()[]:=,.\"' x1\\{}")[
            random.below(16)]
        lines[place] = String(characters)
      default:
        var words = lines[place].split(separator: " ", omittingEmptySubsequences: false)
        words[random.below(words.count)] = Self.words[random.below(Self.words.count)][...]
        lines[place] = words.joined(separator: " ")
      }
      if lines.isEmpty { return [""] }
    }
    return lines
  }

  /// Compiles, and runs every function against a world that answers at random.
  private func survive(_ source: [String], _ random: inout SeededRandom) -> Bool {
    var symbols = SymbolTable()
    let before = symbols.count
    do {
      let program = try ListingCompiler.compile(source, symbols: &symbols)
      for function in program.functions.indices {
        for cancels in [false, true] {
          run(program, function, &symbols, &random, cancels: cancels)
        }
      }
      return true
    } catch {
      #expect(symbols.count == before)
      #expect(error.line >= 1 && error.line <= max(1, source.count), "\(source)")
      let length = source.isEmpty ? 0 : source[error.line - 1].unicodeScalars.count
      #expect(error.column >= 1 && error.column <= length + 1, "\(error) in \(source)")
      #expect(!error.description.isEmpty)
      return false
    }
  }

  private func run(
    _ program: Program, _ function: Int, _ symbols: inout SymbolTable,
    _ random: inout SeededRandom, cancels: Bool
  ) {
    var limits = ListingLimits()
    limits.operations = 500
    limits.loopRounds = 20
    let values: [Value] = [
      .none, .bool(true), .number(0), .number(7), .decimal(0.5), .duration(5_000),
      .text(symbols.intern("t")), .emptyList,
    ]
    var machine = Machine()
    machine.reset(program, function: function)
    for parameter in 0..<program.functions[function].parameterCount {
      machine.setArgument(parameter, to: values[random.below(values.count)])
    }
    for _ in 0..<2_000 {
      let outcome =
        random.below(3) == 0
        ? machine.stepLine(program, symbols: &symbols, limits: limits)
        : machine.run(program, symbols: &symbols, limits: limits)
      _ = machine.locals(program)
      #expect(machine.line >= 1 && machine.line <= program.source.count)
      if cancels, random.below(5) == 0, !machine.isOver {
        _ = machine.cancel(program)
      }
      switch outcome {
      case .call(let call):
        check(call, machine)
        guard machine.isWaiting else { break }
        switch random.below(6) {
        case 0: machine.raise(.timeout)
        case 1: machine.raise(.failure(.databaseDown))
        case 2: machine.resume(with: machine.makeList([values[3], values[6]]))
        default: machine.resume(with: values[random.below(values.count)])
        }
      case .paused: break
      case .spawn(let child):
        var other = Machine()
        other.reset(program, spawnedBy: machine, function: child)
      case .finished(let value):
        _ = machine.text(of: value, symbols: symbols)
        return
      case .failed(.failure(let reason)):
        #expect(!reason.message(symbols).isEmpty)
        return
      case .failed, .limit: return
      }
      if machine.isOver { return }
    }
    Issue.record("a request without an end: \(program.source)")
  }

  /// The kinds that the world may rely on.
  private func check(_ call: Call, _ machine: Machine) {
    for (index, parameter) in CallCatalog.signature(of: call).parameters.enumerated() {
      let kind = machine.argument(index).kind
      #expect(parameter.kind.accepts(kind) && !(parameter.kind == .key && kind == .number))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `nonsense is refused with a place in it`(_ seed: UInt64) {
    var random = SeededRandom(seed: seed, stream: "nonsense")
    for _ in 0..<FuzzRounds.rounds(100) {
      let source = nonsense(&random)
      _ = survive(source, &random)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `mutated patterns are refused or run to an end`(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed, stream: "mutants")
    var ran = 0
    for _ in 0..<FuzzRounds.rounds(40) {
      let name = PatternTests.names[random.below(PatternTests.names.count)]
      let lines = try PatternTests.pattern(name).listing.lines
      if survive(mutant(&random, of: lines), &random) { ran += 1 }
    }
    #expect(ran > 0)
  }

  @Test func `random bytes are refused`() {
    var random = SeededRandom(seed: 1, stream: "bytes")
    for _ in 0..<FuzzRounds.rounds(500) {
      let lines = (0..<1 + random.below(5)).map { _ in
        String(
          decoding: (0..<random.below(60)).map { _ in UInt8(random.below(256)) }, as: UTF8.self)
      }
      _ = survive(lines.map { $0.replacing("\n", with: " ") }, &random)
    }
  }
}
