import CacheEngine

/// Turns the lines of a listing into a program.
public enum ListingCompiler {
  /// Compiles a listing.
  ///
  /// Its texts are written into `symbols`; when it throws, `symbols` is unchanged.
  ///
  /// - Throws: the first mistake, with its line and column.
  public static func compile(
    _ source: [String], symbols: inout SymbolTable, limits: ListingLimits = .standard
  ) throws(ListingError) -> Program {
    let draft = try Draft(source, limits: limits)
    return draft.link(&symbols)
  }

  /// Finds the first mistake without making a program.
  public static func check(
    _ source: [String], limits: ListingLimits = .standard
  ) throws(ListingError) {
    _ = try Draft(source, limits: limits)
  }
}

/// A program whose texts are no symbols yet.
private struct Draft {
  struct Function {
    let name: String
    let line: Int
    let entry: Int
    let compiler: FunctionCompiler
  }

  let source: [String]
  private(set) var functions: [Function] = []
  private(set) var timers: [Program.Timer] = []
  private(set) var operations: [Operation] = []
  private(set) var lines: [Int32] = []

  init(_ source: [String], limits: ListingLimits) throws(ListingError) {
    self.source = source
    let tree = try Parser.parse(source, limits: limits)
    let names = try Names(tree)
    for function in tree.functions {
      try add(function, names, limits)
    }
    for timer in tree.timers {
      timers.append(
        .init(period: timer.period, function: functions.count, line: timer.position.line))
      let name = "every \(Value.text(ofDuration: timer.period))"
      let function = SyntaxTree.Function(
        name: name, parameters: [], body: timer.body, position: timer.position)
      try add(function, names, limits)
    }
  }

  private mutating func add(
    _ function: SyntaxTree.Function, _ names: Names, _ limits: ListingLimits
  ) throws(ListingError) {
    var constants: [Literal] = []
    var compiler: FunctionCompiler?
    for _ in 1...2 {
      var next = FunctionCompiler(
        names: names, limits: limits, origin: operations.count, parameters: function.parameters,
        body: function.body, constants: constants)
      try next.compile(function.body)
      constants = next.constants
      compiler = next
    }
    guard let compiler else { preconditionFailure("compiled less than twice") }
    guard compiler.registerCount <= limits.registers else {
      throw ListingError(
        function.position, .functionTooLarge(function.name, limits.registers))
    }
    functions.append(
      .init(
        name: function.name, line: function.position.line, entry: operations.count,
        compiler: compiler))
    operations += compiler.operations
    lines += compiler.lines
    guard operations.count <= limits.operationsInAll else {
      throw ListingError(function.position, .listingTooLarge(limits.operationsInAll))
    }
  }

  func link(_ symbols: inout SymbolTable) -> Program {
    var linked: [Program.Function] = []
    var entries: [Program.Entry] = []
    var registers: [Value] = []
    for function in functions {
      let compiler = function.compiler
      let first = registers.count
      registers.append(
        contentsOf: repeatElement(Value.unassigned, count: compiler.variables.count))
      for literal in compiler.constants { registers.append(literal.value(&symbols)) }
      let temporaries = compiler.registerCount - (registers.count - first)
      registers.append(contentsOf: repeatElement(Value.none, count: temporaries))
      linked.append(
        .init(
          name: function.name, line: function.line, parameterCount: compiler.parameterCount,
          variables: compiler.variables, regions: compiler.regions))
      entries.append(
        .init(
          operation: function.entry, parameterCount: compiler.parameterCount,
          registers: first..<registers.count, line: firstLine(of: function)))
    }
    return Program(
      source: source, functions: linked, timers: timers, entries: entries, registers: registers,
      operations: operations, lines: lines)
  }
}

extension Draft {
  /// The first line of a function where a request can stand; an empty one has at least `pass`.
  private func firstLine(of function: Function) -> Int {
    Int(lines[function.entry...].first { $0 != 0 } ?? Int32(function.line))
  }
}

extension Literal {
  fileprivate func value(_ symbols: inout SymbolTable) -> Value {
    switch self {
    case .none: .none
    case .bool(let flag): .bool(flag)
    case .number(let number): .number(number)
    case .decimal(let decimal): .decimal(decimal)
    case .duration(let duration): .duration(duration)
    case .text(let text): .text(symbols.intern(text))
    }
  }
}
