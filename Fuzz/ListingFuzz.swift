import CacheEngine

@testable import Simulation

/// Listings of any text: the compiler answers, and what compiles runs to an end.
enum ListingFuzz {
  static func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let file = try? PatternFile(name: "fuzz", text: text) { _ = file.listing.lines }
    let source = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var symbols = SymbolTable()
    do {
      let program = try ListingCompiler.compile(source, symbols: &symbols)
      for function in program.functions.indices {
        run(program, function, &symbols, seed: UInt64(bytes.count))
      }
    } catch {
      precondition(symbols.count == SymbolTable().count, "a refused listing left symbols")
      precondition((1...max(1, source.count)).contains(error.line), "an error outside the listing")
      let length = source[error.line - 1].unicodeScalars.count
      precondition((1...length + 1).contains(error.column), "an error outside its line")
      precondition(!error.description.isEmpty)
    }
  }

  private static func run(
    _ program: Program, _ function: Int, _ symbols: inout SymbolTable, seed: UInt64
  ) {
    var limits = ListingLimits()
    limits.operations = 500
    limits.loopRounds = 20
    var random = SeededRandom(seed: seed)
    let values: [Value] = [
      .none, .bool(true), .number(7), .decimal(0.5), .duration(5_000),
      .text(symbols.intern("t")), .emptyList,
    ]
    var machine = Machine()
    machine.reset(program, function: function)
    for parameter in 0..<program.functions[function].parameterCount {
      machine.setArgument(parameter, to: values[random.below(values.count)])
    }
    for _ in 0..<2_000 {
      let outcome = machine.stepLine(program, symbols: &symbols, limits: limits)
      precondition(machine.line >= 1 && machine.line <= program.source.count)
      _ = machine.locals(program)
      switch outcome {
      case .call where machine.isWaiting:
        if random.below(6) == 0 {
          machine.raise(.timeout)
        } else {
          machine.resume(with: values[random.below(values.count)])
        }
      case .call, .paused, .spawn: break
      case .finished(let value):
        _ = machine.text(of: value, symbols: symbols)
        return
      case .failed, .limit: return
      }
      if machine.isOver { return }
    }
    preconditionFailure("a request without an end")
  }
}
