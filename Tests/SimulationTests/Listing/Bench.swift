import CacheEngine
import Testing

@testable import Simulation

/// A host for one listing: it answers the calls with a dictionary for a cache and one for a
/// database, and writes down what it was asked.
struct Bench {
  enum Reply {
    case value(Value)
    case exception(Exception)
  }

  var symbols = SymbolTable()
  var program: Program
  var limits = ListingLimits.standard
  var cache: [String: Value] = [:]
  var rows: [String: Value] = [:]
  /// What `cache.remaining` answers.
  var remaining = Value.none
  /// The calls made, as they would be written: `cache.get(user:1, False)`.
  var calls: [String] = []
  /// Calls that raise, by name.
  var failing: [Call: Exception] = [:]
  var spawned: [Machine] = []

  init(_ source: String) throws {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    program = try ListingCompiler.compile(lines, symbols: &symbols)
  }

  mutating func text(_ string: String) -> Value { .text(symbols.intern(string)) }

  func machine(_ name: String, _ arguments: [Value] = []) throws -> Machine {
    let function = try #require(program.function(named: name))
    var machine = Machine()
    machine.reset(program, function: function, arguments: arguments)
    return machine
  }

  /// Answers the call that the machine waits for.
  mutating func serve(_ call: Call, _ machine: inout Machine) {
    let signature = CallCatalog.signature(of: call)
    let arguments = signature.parameters.indices.map { machine.argument($0) }
    let texts = arguments.map { machine.text(of: $0, symbols: symbols) }
    calls.append("\(signature.name)(\(texts.joined(separator: ", ")))")
    if let exception = failing[call] {
      machine.raise(exception)
      return
    }
    switch call {
    case .cacheGet: machine.resume(with: cache[texts[0]] ?? .none)
    case .cacheSet:
      cache[texts[0]] = arguments[1] == .none ? nil : arguments[1]
      machine.resume(with: .none)
    case .cacheSetNX:
      machine.resume(with: .bool(cache[texts[0]] == nil))
      if cache[texts[0]] == nil { cache[texts[0]] = arguments[1] }
    case .cacheDelete: machine.resume(with: .bool(cache.removeValue(forKey: texts[0]) != nil))
    case .cacheDeleteIf:
      let isSame = cache[texts[0]] == arguments[1]
      if isSame { cache[texts[0]] = nil }
      machine.resume(with: .bool(isSame))
    case .databaseLoad: machine.resume(with: rows[texts[0]] ?? .none)
    case .databaseStore:
      rows[texts[0]] = arguments[1]
      machine.resume(with: .none)
    case .cacheRemaining: machine.resume(with: remaining)
    case .queueTake: machine.resume(with: machine.makeList([]))
    case .token: machine.resume(with: text("token"))
    case .flightBegin: machine.resume(with: .bool(true))
    case .now: machine.resume(with: .duration(1_500_000))
    case .random: machine.resume(with: .decimal(0.5))
    case .queueSize: machine.resume(with: .number(3))
    default: machine.resume(with: .none)
    }
  }

  /// Runs a machine up to its next stop, which must be the one that is expected.
  mutating func expect(_ expected: Outcome, from machine: inout Machine) throws {
    let outcome = machine.run(program, symbols: &symbols, limits: limits)
    try #require(outcome == expected)
  }

  /// Runs a machine to its end.
  mutating func finish(_ machine: inout Machine) -> Outcome {
    while true {
      let outcome = machine.run(program, symbols: &symbols, limits: limits)
      switch outcome {
      case .call(let call): serve(call, &machine)
      case .spawn(let function):
        var child = Machine()
        child.reset(program, spawnedBy: machine, function: function)
        spawned.append(child)
      default: return outcome
      }
    }
  }

  /// What a function answers, as a text; or how it ended.
  mutating func answer(_ name: String = "f", _ arguments: [Value] = []) throws -> String {
    var machine = try machine(name, arguments)
    let outcome = finish(&machine)
    return words(outcome, machine)
  }

  func words(_ outcome: Outcome, _ machine: Machine) -> String {
    switch outcome {
    case .finished(let value): machine.text(of: value, symbols: symbols)
    case .failed(.failure(let reason)): "Failure: \(reason.message(symbols))"
    case .failed(.timeout): "Timeout"
    case .failed(.cancelled): "Cancelled"
    case .limit(let limit): limit.message
    default: "\(outcome)"
    }
  }

  /// The lines on which a function stands one after the other, step by step.
  mutating func walk(_ name: String, _ arguments: [Value] = []) throws -> [Int] {
    var machine = try machine(name, arguments)
    var lines = [machine.line]
    while lines.count < 1_000 {
      switch machine.stepLine(program, symbols: &symbols, limits: limits) {
      case .call(let call): serve(call, &machine)
      case .spawn: break
      case .paused: lines.append(machine.line)
      default: return lines
      }
    }
    return lines
  }

  /// What one expression gives.
  static func evaluate(_ expression: String) throws -> String {
    var bench = try Bench("def f():\n    return \(expression)")
    return try bench.answer()
  }
}
