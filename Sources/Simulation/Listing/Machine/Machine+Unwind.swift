// Exceptions.
//
// There is no stack of handlers: each function has a table of the stretches that a `try`
// protects, inner ones first, and only an exception reads it. A `finally` is one copy of its
// block; its state register says how it was reached, a negative number naming the exception that
// goes on afterwards. When an exception leaves a `finally` that a cancelled request runs, the
// cancelling goes on and the exception is forgotten: otherwise an `except` outside would revive
// the request.

extension Machine {
  /// Goes to what catches the exception; the outcome if nothing does.
  mutating func unwind(_ thrown: Exception, _ program: Program) -> Outcome? {
    var exception = thrown
    while true {
      let regions = program.functions[function].regions
      for index in regions.indices where regions[index].operations.contains(pc) {
        switch regions[index].kind {
        case .except(let catches):
          guard catches.catches(exception) else { continue }
          pc = regions[index].handler
          return nil
        case .finally(let state):
          registers[base + Int(state)] = .number(Int64(-raised.count - 1))
          raised.append(exception)
          pc = regions[index].handler
          return nil
        case .finallyBody(let state):
          if takeRaised(state) == .cancelled { exception = .cancelled }
          if cancelIsDue, !isInFinally(program, beyond: index) { exception = .cancelled }
        }
      }
      guard let frame = callers.popLast() else {
        phase = .over
        return .failed(exception)
      }
      (pc, base, function, line) = (frame.pc, frame.base, frame.function, frame.line)
    }
  }

  /// The end of a `finally`: what goes on now; nil if the next operation does.
  mutating func endFinally(_ state: Register, _ program: Program) -> Exception? {
    let pending = takeRaised(state)
    if cancelIsDue, !isInFinally(program) { return .cancelled }
    return pending
  }

  /// The exception that the `finally` with this state holds back, which it gives up.
  private mutating func takeRaised(_ state: Register) -> Exception? {
    guard case .number(let exit) = registers[base + Int(state)], exit < 0 else { return nil }
    let index = Int(-exit - 1)
    let exception = raised[index]
    raised.removeSubrange(index...)
    registers[base + Int(state)] = .number(0)
    return exception
  }

  /// Whether the place stands in a `finally` outside the region with that number.
  private func isInFinally(_ program: Program, beyond index: Int) -> Bool {
    let regions = program.functions[function].regions[(index + 1)...]
    let isHere = regions.contains { region in
      guard case .finallyBody = region.kind else { return false }
      return region.operations.contains(pc)
    }
    if isHere { return true }
    return callers.contains { caller in
      program.functions[caller.function].regions.contains { region in
        guard case .finallyBody = region.kind else { return false }
        return region.operations.contains(caller.pc)
      }
    }
  }
}
