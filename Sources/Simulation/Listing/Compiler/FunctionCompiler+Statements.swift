extension FunctionCompiler {
  mutating func block(_ statements: [Statement]) throws(ListingError) {
    for statement in statements {
      line = statement.position.line
      try self.statement(statement)
    }
  }

  private mutating func statement(_ statement: Statement) throws(ListingError) {
    let temporaries = temporaries(0)
    defer { release(from: temporaries) }
    switch statement.kind {
    case .assign(let name, let value): try assign(name, value)
    case .update(let name, let operation, let value):
      let variable = try variable(name, at: statement.position)
      let right = try compile(value)
      emit(.binary(operation, to: variable, left: variable, right: right))
      assigned.assign(Int(variable))
    case .evaluate(let value): try evaluate(value)
    case .branch(let branches, let otherwise): try branch(branches, otherwise)
    case .loop(let condition, let body): try loop(condition, body)
    case .iterate(let name, let list, let body): try iterate(name, list, body)
    case .attempt(let attempt): try self.attempt(attempt)
    case .answer(let value):
      let register = try value.map { value throws(ListingError) in try compile(value) }
      try exit(.answer, register ?? constant(.none), at: statement.position)
    case .leave: try exit(.leave, 0, at: statement.position)
    case .again: try exit(.again, 0, at: statement.position)
    case .pass: emit(.pass)
    case .spawn(let name, let arguments):
      try spawn(name, arguments, at: statement.position)
    }
  }

  private mutating func assign(_ name: String, _ value: Expression) throws(ListingError) {
    guard let variable = register(of: name) else { preconditionFailure("\(name) was overlooked") }
    switch value.kind {
    case .all, .any:
      // Their parts are computed one after the other, and a later one may read the variable.
      let result = temporaries(1)
      try compile(value, into: result)
      emit(.move(to: variable, from: result))
    default: try compile(value, into: variable)
    }
    assigned.assign(Int(variable))
  }

  private mutating func evaluate(_ value: Expression) throws(ListingError) {
    if case .name(let name) = value.kind {
      // Reports an unknown name, or a call without parentheses, before a useless line.
      _ = try compile(value)
      _ = name
      throw ListingError(value.position, .uselessExpression)
    }
    try compile(value, into: temporaries(1))
  }

  private mutating func branch(
    _ branches: [Statement.Branch], _ otherwise: [Statement]
  ) throws(ListingError) {
    let end = makeLabel()
    var after: Assigned?
    for (index, branch) in branches.enumerated() {
      let next = makeLabel()
      line = branch.line
      try jump(unless: branch.condition, to: next)
      let before = assigned
      try block(branch.body)
      if index < branches.count - 1 || !otherwise.isEmpty {
        emit(.jump(0), to: end, isSeen: false)
      }
      after = after.map { $0.meeting(assigned) } ?? assigned
      assigned = before
      place(next)
    }
    try block(otherwise)
    place(end)
    if let after { assigned.meet(after) }
  }

  private mutating func loop(
    _ condition: Expression, _ body: [Statement]
  ) throws(ListingError) {
    let loop = Loop(head: placeLabel(), end: makeLabel())
    try jump(unless: condition, to: loop.end)
    var after = assigned
    if case .literal(.bool(true)) = condition.kind { after.endHere() }
    try rounds(of: loop, body, after: after)
  }

  private mutating func iterate(
    _ name: String, _ list: Expression, _ body: [Statement]
  ) throws(ListingError) {
    guard let variable = register(of: name) else { preconditionFailure("\(name) was overlooked") }
    let iterator = temporaries(2)
    try compile(list, into: iterator)
    emit(.move(to: iterator + 1, from: constant(.number(0))))
    let loop = Loop(head: placeLabel(), end: makeLabel())
    emit(.iterate(iterator: iterator, to: variable, exit: 0), to: loop.end)
    let after = assigned
    assigned.assign(Int(variable))
    try rounds(of: loop, body, after: after)
  }

  private mutating func rounds(
    of loop: Loop, _ body: [Statement], after: Assigned
  ) throws(ListingError) {
    loops.append(loop)
    contexts.append(.loop(loops.count - 1))
    try block(body)
    emit(.loop(0), to: loop.head, isSeen: false)
    place(loop.end)
    contexts.removeLast()
    assigned = loops.removeLast().leaving.reduce(after) { $0.meeting($1) }
  }

  private mutating func spawn(
    _ name: String, _ arguments: [Argument], at position: Position
  ) throws(ListingError) {
    switch names.callee(name) {
    case nil: throw ListingError(position, names.unknown(name))
    case .world, .builtin: throw ListingError(position, .spawnOfCall(name))
    case .function(let index, let parameters):
      let spelling = names.spelling(.function(index, parameters: parameters))
      let values = try bind(
        arguments, to: parameters, of: spelling, optional: [], at: position)
      let first = temporaries(parameters.count)
      for (offset, value) in values.enumerated() {
        guard let value else { preconditionFailure("an argument was overlooked") }
        try compile(value, into: first + Register(offset))
      }
      emit(.spawn(UInt16(index), first: first))
    }
  }
}

extension Assigned {
  fileprivate func meeting(_ other: Assigned) -> Assigned {
    var result = self
    result.meet(other)
    return result
  }
}
