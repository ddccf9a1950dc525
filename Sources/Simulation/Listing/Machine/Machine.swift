// One running request.
//
// A machine is a value: copying it copies the request, wherever it stands. It runs until a line
// needs the world, says so, and stands on that line until the world answers. Its registers are
// one flat array, used again by the next request, so that in the steady state nothing is
// allocated. Programs are not part of it: the world keeps them and passes the right one.
//
//     reset ─▶ run ─▶ .call ─▶ resume ─▶ run ─▶ … ─▶ .finished
//                          └─▶ raise ──▶ run       └▶ .failed, .limit

import CacheEngine

/// A request that runs a listing: its place in the program, its variables, its callers.
public struct Machine: Sendable {
  /// A function that waits for the one it called.
  struct Frame: Sendable {
    /// The operation that called.
    var pc: Int
    var base: Int
    var function: Int
    var line: Int
  }

  enum Phase: Hashable, Sendable {
    case idle
    case ready
    /// A call is under way; its answer goes to `result`.
    case waiting
    /// An exception waits for the next run.
    case raising(Exception)
    case over
  }

  var registers: [Value] = []
  var callers: [Frame] = []
  /// Exceptions that a `finally` holds back; its state register names the place.
  var raised: [Exception] = []
  public internal(set) var lists = ValueLists()
  /// Where a text is put together; empty between operations.
  var scratch: [UInt8] = []
  /// The operation that the innermost function stands on.
  var pc = 0
  var base = 0
  var function = 0
  var firstArgument = 0
  var result = 0
  var rounds = 0
  var textMade = 0
  var spawns = 0
  var phase = Phase.idle
  var cancelIsDue = false

  /// The line on which the innermost function stands, from 1; 0 before the first `reset`.
  public internal(set) var line = 0

  /// A machine without a request: `reset` gives it one.
  public init() {}

  /// Begins a request at a function, in place of whatever ran here.
  ///
  /// Parameters are `None` until `setArgument` fills them. The machine stands before its first
  /// line. Allocates nothing once the machine has run something of that size.
  ///
  /// - Precondition: `function` is a place in `program.functions`.
  public mutating func reset(_ program: Program, function: Int) {
    let target = program.entries[function]
    if !callers.isEmpty { callers.removeAll(keepingCapacity: true) }
    if !raised.isEmpty { raised.removeAll(keepingCapacity: true) }
    lists.removeAll()
    prepare(target, at: 0, program)
    for parameter in 0..<target.parameterCount { registers[parameter] = .none }
    base = 0
    self.function = function
    pc = target.operation
    rounds = 0
    textMade = 0
    spawns = 0
    cancelIsDue = false
    line = target.line
    phase = .ready
  }

  /// Begins a request with arguments that are not lists; see `reset(_:function:)`.
  ///
  /// - Precondition: there are no more arguments than parameters.
  public mutating func reset(_ program: Program, function: Int, arguments: [Value]) {
    reset(program, function: function)
    precondition(
      arguments.count <= program.entries[function].parameterCount,
      "\(arguments.count) arguments for \(program.functions[function].name)")
    for (parameter, argument) in arguments.enumerated() { setArgument(parameter, to: argument) }
  }

  /// Begins the request that `parent` asked for with `.spawn(function:)`, with its arguments.
  public mutating func reset(_ program: Program, spawnedBy parent: Machine, function: Int) {
    reset(program, function: function)
    for parameter in 0..<program.entries[function].parameterCount {
      setArgument(parameter, to: lists.adopt(parent.argument(parameter), from: parent.lists))
    }
  }

  /// Fills a parameter after `reset`.
  ///
  /// A list must be of this machine: `makeList`, `adopt`.
  public mutating func setArgument(_ parameter: Int, to value: Value) {
    guard case .ready = phase else {
      preconditionFailure("an argument for a request that runs already")
    }
    registers[parameter] = value
  }

  /// Runs until the world is needed or the request is over.
  ///
  /// - Parameters:
  ///   - program: the one that `reset` was given.
  ///   - symbols: the table that the program was compiled with, or a descendant of it.
  /// - Precondition: the request is not over, and the call before has been answered.
  public mutating func run(
    _ program: Program, symbols: inout SymbolTable, limits: ListingLimits = .standard
  ) -> Outcome {
    advance(program, &symbols, limits, stepping: false)
  }

  /// Runs until the innermost function stands on another line, or as `run`.
  ///
  /// A line that calls takes several steps: answer the call, then step again. A loop on one line
  /// pauses every round.
  public mutating func stepLine(
    _ program: Program, symbols: inout SymbolTable, limits: ListingLimits = .standard
  ) -> Outcome {
    advance(program, &symbols, limits, stepping: true)
  }

  /// Answers the call under way.
  ///
  /// A list must be of this machine: `makeList`, `adopt`.
  public mutating func resume(with value: Value) {
    guard case .waiting = phase else { preconditionFailure("an answer that nobody waits for") }
    registers[result] = value
    pc += 1
    phase = .ready
  }

  /// Lets the call under way fail; the next run looks for what catches it.
  public mutating func raise(_ exception: Exception) {
    precondition(phase == .waiting, "a failure of a call that nobody made")
    phase = .raising(exception)
  }

  /// Ends the request at its next run; `finally` blocks run, nothing catches it.
  ///
  /// A request that stands in a `finally` already finishes that first: the call under way still
  /// has to be answered, and the result is false. When it is true, the call under way is
  /// abandoned: run on without answering.
  public mutating func cancel(_ program: Program) -> Bool {
    switch phase {
    case .idle, .over: return true
    case .raising(.cancelled): return true
    case .ready, .waiting, .raising: break
    }
    guard !isInFinally(program) else {
      cancelIsDue = true
      return false
    }
    phase = .raising(.cancelled)
    return true
  }
}
