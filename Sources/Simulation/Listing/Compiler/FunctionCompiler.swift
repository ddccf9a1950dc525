// From a tree to operations, one function at a time.
//
// A function is compiled twice: the first time to learn its constants, so that the second time
// every register is known: variables, constants, intermediate values. Jumps go to labels, which
// are filled in at the end. An exit through a `finally` (return, break, continue) notes where it
// is going, and goes on from there after the block.

/// Compiles one function.
struct FunctionCompiler {
  struct Label {
    let index: Int
  }

  enum Exit: UInt16, CaseIterable {
    case answer = 1
    case leave, again

    var word: String {
      switch self {
      case .answer: "return"
      case .leave: "break"
      case .again: "continue"
      }
    }
  }

  /// What an exit passes on its way out, innermost last.
  enum Context {
    case loop(Int)
    case finally(Int)
    case finallyBody
  }

  struct Loop {
    let head: Label
    let end: Label
    /// What is certain at each `break`.
    var leaving: [Assigned] = []
  }

  struct Finally {
    let start: Label
    let state: Register
    let answer: Register
    var exits: [Exit] = []
  }

  let names: Names
  let limits: ListingLimits
  /// The number of the first operation in the program.
  let origin: Int
  let variables: [String]
  let parameterCount: Int
  private(set) var constants: [Literal]
  private let firstTemporary: Int
  private var nextTemporary: Int
  private var mostRegisters: Int
  private(set) var operations: [Operation] = []
  private(set) var lines: [Int32] = []
  var regions: [Program.Region] = []
  var line = 0
  private var places: [Int?] = []
  private var jumps: [(operation: Int, label: Label)] = []
  var contexts: [Context] = []
  var loops: [Loop] = []
  var finallies: [Finally] = []
  var assigned: Assigned

  init(
    names: Names, limits: ListingLimits, origin: Int, parameters: [String],
    body: [Statement], constants: [Literal]
  ) {
    self.names = names
    self.limits = limits
    self.origin = origin
    self.constants = constants
    parameterCount = parameters.count
    var variables = parameters
    Statement.collect(from: body, into: &variables)
    self.variables = variables
    firstTemporary = variables.count + constants.count
    nextTemporary = firstTemporary
    mostRegisters = firstTemporary
    assigned = Assigned(parameters: parameters.count, variables: variables.count)
  }

  /// Compiles the body; afterwards `operations`, `lines`, `regions` and `constants` are ready.
  mutating func compile(_ body: [Statement]) throws(ListingError) {
    try block(body)
    line = 0
    emit(.answer(constant(.none)))
    for jump in jumps {
      guard let place = places[jump.label.index] else { preconditionFailure("a lost label") }
      operations[jump.operation] = operations[jump.operation].going(to: UInt16(clamping: place))
    }
  }

  /// What the registers hold when the function is entered, but for texts.
  var registerCount: Int { mostRegisters }
}

// MARK: operations, labels and registers

extension FunctionCompiler {
  /// The number of the next operation.
  var here: Int { origin + operations.count }

  mutating func emit(_ operation: Operation) {
    operations.append(operation)
    lines.append(Int32(line))
  }

  /// An operation on which no request is ever seen.
  mutating func emitUnseen(_ operation: Operation) {
    operations.append(operation)
    lines.append(0)
  }

  /// A jump to a label that may not be placed yet.
  mutating func emit(_ operation: Operation, to label: Label, isSeen: Bool = true) {
    jumps.append((operations.count, label))
    if isSeen { emit(operation) } else { emitUnseen(operation) }
  }

  mutating func makeLabel() -> Label {
    places.append(nil)
    return Label(index: places.count - 1)
  }

  mutating func place(_ label: Label) {
    places[label.index] = here
  }

  /// A label at this place.
  mutating func placeLabel() -> Label {
    let label = makeLabel()
    place(label)
    return label
  }

  /// The register that holds a constant.
  mutating func constant(_ literal: Literal) -> Register {
    let index = constants.firstIndex(of: literal) ?? constants.count
    if index == constants.count { constants.append(literal) }
    return Register(clamping: variables.count + index)
  }

  /// Registers that follow each other, until `release`.
  mutating func temporaries(_ count: Int) -> Register {
    let first = nextTemporary
    nextTemporary += count
    mostRegisters = max(mostRegisters, nextTemporary)
    return Register(clamping: first)
  }

  /// Gives back the registers from `first` on.
  mutating func release(from first: Register) {
    nextTemporary = Int(first)
  }

  /// The variable's register.
  func register(of name: String) -> Register? {
    variables.firstIndex(of: name).map { Register($0) }
  }
}

extension Operation {
  /// The same jump with its target filled in.
  func going(to target: UInt16) -> Operation {
    switch self {
    case .jump: .jump(target)
    case .loop: .loop(target)
    case .jumpIfTrue(let register, _): .jumpIfTrue(register, target)
    case .jumpIfFalse(let register, _): .jumpIfFalse(register, target)
    case .jumpIfNone(let register, _): .jumpIfNone(register, target)
    case .jumpIfNotNone(let register, _): .jumpIfNotNone(register, target)
    case .jumpIfExit(let state, let exit, _): .jumpIfExit(state: state, exit, target)
    case .iterate(let iterator, let to, _): .iterate(iterator: iterator, to: to, exit: target)
    default: preconditionFailure("\(self) does not jump")
    }
  }
}

extension Statement {
  /// Appends the variables that statements give values to, in order of appearance.
  static func collect(from statements: [Statement], into variables: inout [String]) {
    func add(_ name: String) {
      if !variables.contains(name) { variables.append(name) }
    }
    for statement in statements {
      switch statement.kind {
      case .assign(let name, _), .update(let name, _, _): add(name)
      case .branch(let branches, let otherwise):
        for branch in branches { collect(from: branch.body, into: &variables) }
        collect(from: otherwise, into: &variables)
      case .loop(_, let body): collect(from: body, into: &variables)
      case .iterate(let name, _, let body):
        add(name)
        collect(from: body, into: &variables)
      case .attempt(let attempt):
        collect(from: attempt.body, into: &variables)
        for handler in attempt.handlers { collect(from: handler.body, into: &variables) }
        if let finally = attempt.finally { collect(from: finally.body, into: &variables) }
      case .evaluate, .answer, .leave, .again, .pass, .spawn: break
      }
    }
  }
}
