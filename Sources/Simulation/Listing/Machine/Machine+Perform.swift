import CacheEngine

extension Machine {
  /// Does one operation that the inner loop leaves to the outer one.
  mutating func perform(
    _ operation: Operation, _ program: Program, _ symbols: inout SymbolTable,
    _ limits: ListingLimits
  ) -> Step {
    switch operation {
    case .binary(let operation, let to, let left, let right):
      let step = combine(operation, self[left], self[right], &symbols, limits)
      return store(step, in: to)
    case .negate(let to, let from): return store(negated(self[from]), in: to)
    case .require(let kind, let call, let parameter, let register):
      return require(kind, call, parameter, register, &symbols)
    case .requireAssigned(let register):
      let name = program.functions[function].variables[Int(register)]
      return .raise(.failure(.variableWithoutValue(symbols.intern(name))))
    case .makeList(let to, let first, let count):
      return store(makeList(registers[range(first, count)], limits), in: to)
    case .element(let to, let list, let index):
      return store(element(of: self[list], at: self[index]), in: to)
    case .join(let to, let first, let count):
      return store(join(range(first, count), &symbols, limits), in: to)
    case .builtin(let builtin, let to, let first, let count):
      return store(compute(builtin, range(first, count), &symbols, limits), in: to)
    case .iterate(let iterator, let to, let exit): return iterate(iterator, to, exit)
    case .endFinally(let state): return endFinally(state, program).map(Step.raise) ?? .next
    case .callFunction(let function, _, let first):
      return enter(Int(function), base + Int(first), program, limits)
    case .spawn(let function, let first):
      guard spawns < limits.spawns else { return .leave(.limit(.spawns(limits.spawns))) }
      spawns += 1
      firstArgument = base + Int(first)
      return .leave(.spawn(function: Int(function)))
    case .answer(let register): return answer(self[register], program)
    default: preconditionFailure("\(operation) is done by the loops themselves")
    }
  }

  /// What computing a value came to.
  enum Result {
    case value(Value)
    case failure(FailureReason)
    case limit(ListingLimit)
  }

  private mutating func store(_ result: Result, in register: Register) -> Step {
    switch result {
    case .value(let value):
      self[register] = value
      return .next
    case .failure(let reason): return .raise(.failure(reason))
    case .limit(let limit): return .leave(.limit(limit))
    }
  }

  private subscript(register: Register) -> Value {
    get { registers[base + Int(register)] }
    set { registers[base + Int(register)] = newValue }
  }

  private func range(_ first: Register, _ count: UInt16) -> Range<Int> {
    let start = base + Int(first)
    return start..<start + Int(count)
  }

  /// Copies what a function's registers hold at its beginning.
  mutating func prepare(_ target: Program.Entry, at base: Int, _ program: Program) {
    let missing = base + target.registers.count - registers.count
    if missing > 0 { registers.append(contentsOf: repeatElement(.none, count: missing)) }
    registers.withUnsafeMutableBufferPointer { all in
      program.registers.withUnsafeBufferPointer { prepared in
        guard let source = prepared.baseAddress, let strip = all.baseAddress else { return }
        (strip + base).update(
          from: source + target.registers.lowerBound, count: target.registers.count)
      }
    }
  }

  private mutating func enter(
    _ callee: Int, _ arguments: Int, _ program: Program, _ limits: ListingLimits
  ) -> Step {
    guard callers.count < limits.callDepth else {
      return .leave(.limit(.callDepth(limits.callDepth)))
    }
    let target = program.entries[callee]
    let next = base + program.entries[function].registers.count
    prepare(target, at: next, program)
    for parameter in 0..<target.parameterCount {
      registers[next + parameter] = registers[arguments + parameter]
    }
    let here = Int(program.lines[pc])
    callers.append(Frame(pc: pc, base: base, function: function, line: here))
    (base, function, pc) = (next, callee, target.operation)
    return .jumped
  }

  private mutating func answer(_ value: Value, _ program: Program) -> Step {
    guard let frame = callers.popLast() else { return .leave(.finished(value)) }
    guard case .callFunction(_, let to, _) = program.operations[frame.pc] else {
      preconditionFailure("a caller that does not call")
    }
    (pc, base, function, line) = (frame.pc + 1, frame.base, frame.function, frame.line)
    self[to] = value
    return .jumped
  }

  private mutating func iterate(_ iterator: Register, _ to: Register, _ exit: UInt16) -> Step {
    let list = self[iterator]
    guard case .list = list else { return .raise(.failure(.cannotIterate(list.kind))) }
    guard case .number(let position) = self[iterator + 1] else {
      preconditionFailure("a loop without a position")
    }
    guard position < lists.count(of: list) else {
      pc = Int(exit)
      return .jumped
    }
    self[to] = lists.element(Int(position), of: list)
    self[iterator + 1] = .number(position + 1)
    return .next
  }

  /// A key that is a number becomes its text; everything else here is a mistake.
  private mutating func require(
    _ kind: ParameterKind, _ call: Call, _ parameter: UInt8, _ register: Register,
    _ symbols: inout SymbolTable
  ) -> Step {
    let value = self[register]
    guard kind.accepts(value.kind) else {
      return .raise(.failure(.wrongArgument(call, parameter: parameter, value.kind)))
    }
    guard kind == .key else {
      return .raise(.failure(.negativeArgument(call, parameter: parameter)))
    }
    self[register] = .text(symbols.intern(lists.bytes(of: value, symbols: symbols)))
    return .next
  }

  mutating func makeList(_ elements: some Collection<Value>, _ limits: ListingLimits) -> Result {
    guard elements.count <= limits.listLength else {
      return .limit(.listLength(limits.listLength))
    }
    guard lists.total + elements.count <= limits.listElements else {
      return .limit(.listElements(limits.listElements))
    }
    guard let list = lists.make(elements) else {
      return .limit(.listNesting(ValueLists.deepest))
    }
    return .value(list)
  }

  /// An element of a list; a negative position counts from the end, as in Python.
  private func element(of list: Value, at index: Value) -> Result {
    guard case .list = list else { return .failure(.cannotIndex(list.kind)) }
    guard case .number(let number) = index else { return .failure(.indexNotANumber(index.kind)) }
    let count = Int64(lists.count(of: list))
    guard number >= -count, number < count else { return .failure(.indexOutOfRange) }
    return .value(lists.element(Int(number < 0 ? number + count : number), of: list))
  }
}
