// `try`, and the ways out of blocks.
//
//     try:            pass                     a line to stand on
//       body          …                        protected by except and finally
//                     jump after
//     except …:       pass, …, jump after      protected by finally
//                 after: setExit 0
//     finally:        pass, …, endFinally      raises again, if it was raised
//                     jumpIfExit …             goes on with a return, break or continue

extension FunctionCompiler {
  mutating func attempt(_ attempt: Statement.Attempt) throws(ListingError) {
    emit(.pass)
    guard let finally = attempt.finally else {
      try guarded(attempt)
      return
    }
    let state = temporaries(2)
    let before = assigned
    finallies.append(Finally(start: makeLabel(), state: state, answer: state + 1))
    contexts.append(.finally(finallies.count - 1))
    let first = here
    try guarded(attempt)
    emitUnseen(.setExit(state: state, 0))
    contexts.removeLast()
    let through = finallies.removeLast()
    regions.append(
      .init(operations: first..<here, handler: here, kind: .finally(state: state)))
    place(through.start)
    let after = assigned
    assigned = before
    try finallyBody(finally.line, finally.body, state)
    assigned = after.adding(assigned)
    try goOn(after: through, at: finally.line)
  }

  /// The block of a `finally`, which no exit leaves.
  private mutating func finallyBody(
    _ line: Int, _ body: [Statement], _ state: Register
  ) throws(ListingError) {
    contexts.append(.finallyBody)
    let first = here
    self.line = line
    emit(.pass)
    try block(body)
    regions.append(
      .init(operations: first..<here, handler: here, kind: .finallyBody(state: state)))
    emitUnseen(.endFinally(state: state))
    contexts.removeLast()
  }

  /// Where requests go that were on their way out when they came through the `finally`.
  private mutating func goOn(after through: Finally, at line: Int) throws(ListingError) {
    let reached = assigned
    for exit in through.exits {
      let next = makeLabel()
      let here = makeLabel()
      emit(.jumpIfExit(state: through.state, exit.rawValue, 0), to: here, isSeen: false)
      emit(.jump(0), to: next, isSeen: false)
      place(here)
      self.line = 0
      try self.exit(exit, through.answer, at: Position(line: line, column: 1))
      place(next)
      assigned = reached
    }
  }

  /// The `try` block and its `except` clauses.
  private mutating func guarded(_ attempt: Statement.Attempt) throws(ListingError) {
    let before = assigned
    let end = makeLabel()
    let body = here
    try block(attempt.body)
    let protected = body..<here
    guard !attempt.handlers.isEmpty else {
      place(end)
      return
    }
    emit(.jump(0), to: end, isSeen: false)
    var after = assigned
    for handler in attempt.handlers {
      regions.append(
        .init(operations: protected, handler: here, kind: .except(handler.catches)))
      assigned = before
      line = handler.line
      emit(.pass)
      try block(handler.body)
      emit(.jump(0), to: end, isSeen: false)
      after.meet(assigned)
    }
    assigned = after
    place(end)
  }

  /// Leaves the function, the loop, or the round, through every `finally` on the way.
  mutating func exit(
    _ exit: Exit, _ value: Register, at position: Position
  ) throws(ListingError) {
    defer { assigned.endHere() }
    for context in contexts.reversed() {
      switch context {
      case .loop(let index):
        guard exit != .answer else { continue }
        if exit == .leave {
          loops[index].leaving.append(assigned)
          emit(.jump(0), to: loops[index].end)
        } else {
          emit(.loop(0), to: loops[index].head)
        }
        return
      case .finally(let index):
        if exit == .answer { emit(.move(to: finallies[index].answer, from: value)) }
        if !finallies[index].exits.contains(exit) { finallies[index].exits.append(exit) }
        emit(.setExit(state: finallies[index].state, exit.rawValue))
        emit(.jump(0), to: finallies[index].start)
        return
      case .finallyBody: throw ListingError(position, .exitFromFinally(exit.word))
      }
    }
    guard exit == .answer else { throw ListingError(position, .exitOutside(exit.word)) }
    emit(.answer(value))
  }
}

extension Assigned {
  fileprivate func adding(_ other: Assigned) -> Assigned {
    var result = self
    result.add(other)
    return result
  }
}
