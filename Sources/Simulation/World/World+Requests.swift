import CacheEngine

// Requests: listings that run.
//
// A request is a machine that runs until it calls something that takes time. The call is planned
// on the agenda, the request waits, and when the answer is there the machine runs on. Nothing here
// knows what a pattern does: the listing decides.

extension World {
  /// Sends one read of `key` through the pattern.
  ///
  /// It begins with the next activation.
  @discardableResult
  public mutating func read(_ key: Symbol) -> GroupID {
    let group = openGroup(actor: commander)
    send(.read, key: key, value: .none, actor: commander, group: group)
    return group
  }

  /// Sends one write through the pattern.
  @discardableResult
  public mutating func write(_ key: Symbol, value: Symbol) -> GroupID {
    let group = openGroup(actor: commander)
    send(.write, key: key, value: value, actor: commander, group: group)
    return group
  }

  /// Sends `count` reads of one key in the same instant.
  @discardableResult
  public mutating func herd(_ key: Symbol, count: Int) -> GroupID {
    let group = openGroup(actor: commander)
    for _ in 0..<count { send(.read, key: key, value: .none, actor: commander, group: group) }
    return group
  }

  /// Puts a request on the agenda.
  @discardableResult
  mutating func send(
    _ kind: RequestKind, key: Symbol, value: Symbol, actor: Actor, group: UInt32,
    hand: Hand? = nil, isNow: Bool = false
  ) -> Int {
    let slot = takeRequestSlot()
    requests[slot].serial = nextRequest
    nextRequest += 1
    requests[slot].program = programs.count - 1
    requests[slot].kind = kind
    requests[slot].actor = actor
    requests[slot].key = key
    requests[slot].value = value
    requests[slot].startedAt = now
    requests[slot].server = nextServer
    requests[slot].group = group
    requests[slot].hand = hand
    requests[slot].phase = hand == nil ? .ready : .held
    nextServer = (nextServer + 1) % servers
    if let index = groups.firstIndex(where: { $0.id == group }) { groups[index].inFlight += 1 }
    if hand == nil, !isNow {
      agenda.plan(.begin, at: now, slot: UInt32(slot), generation: requests[slot].serial)
    }
    return slot
  }

  private mutating func takeRequestSlot() -> Int {
    if let slot = freeRequests.popLast() { return Int(slot) }
    requests.append(Request())
    machines.append(Machine())
    return requests.count - 1
  }

  /// The request enters its application server, or a machine that stood still runs on.
  mutating func begin(_ slot: Int) {
    let request = requests[slot]
    actor = request.actor
    guard !request.hasBegun, request.kind != .background else {
      advance(slot)
      return
    }
    requests[slot].hasBegun = true
    emit(.requested, request: request.serial, key: request.key, value: request.value)
    startListing(slot)
  }

  /// Sets the machine to the first line of `read` or `write` and runs it.
  mutating func startListing(_ slot: Int) {
    if setToFirstLine(slot) { advance(slot) }
  }

  /// Sets the machine to the first line; false when the listing has no such function.
  mutating func setToFirstLine(_ slot: Int) -> Bool {
    let program = programs[requests[slot].program]
    let isWrite = requests[slot].kind == .write
    let wanted = isWrite ? 2 : 1
    guard let function = isWrite ? program.write : program.read else {
      fail(slot, because: .noFunction(name: isWrite ? "write" : "read"))
      return false
    }
    guard program.entries[function].parameterCount == wanted else {
      fail(slot, because: .otherParameters(name: isWrite ? "write" : "read", wanted: wanted))
      return false
    }
    machines[slot].reset(program, function: function)
    machines[slot].setArgument(0, to: .text(requests[slot].key))
    if isWrite { machines[slot].setArgument(1, to: .text(requests[slot].value)) }
    requests[slot].rowVersion = 0
    return true
  }

  /// Runs a request's machine until it has to wait for something.
  mutating func advance(_ slot: Int) {
    moved.append(UInt32(slot))
    let program = programs[requests[slot].program]
    while true {
      let outcome =
        requests[slot].hand?.mode == .line
        ? machines[slot].stepLine(program, symbols: &symbols)
        : machines[slot].run(program, symbols: &symbols)
      switch outcome {
      case .call(let call):
        requests[slot].call = call
        requests[slot].phase = .ready
        if !perform(call, slot) { return }
      case .spawn(let function):
        spawn(function, from: slot)
      case .paused:
        requests[slot].hand?.mode = .held
        requests[slot].phase = .held
        return
      case .finished(let value):
        finish(slot, value)
        return
      case .failed(let exception):
        if requests[slot].isRestarting {
          restart(slot)
        } else {
          fail(slot, with: exception)
        }
        return
      case .limit(let limit):
        fail(slot, because: .limit(limit))
        return
      }
    }
  }

  /// The answer of a call is there: the machine runs on.
  mutating func resume(_ slot: Int) {
    actor = requests[slot].actor
    requests[slot].call = nil
    requests[slot].phase = .ready
    if let exception = requests[slot].exception {
      requests[slot].exception = nil
      machines[slot].raise(exception)
    } else {
      machines[slot].resume(with: requests[slot].result)
    }
    requests[slot].result = .none
    advance(slot)
  }

  /// Plans that the request runs on after `ticks` with `value`.
  mutating func answer(_ slot: Int, with value: Value, after ticks: Int64) {
    requests[slot].result = value
    agenda.plan(
      .resume, at: now.advanced(by: ticks), slot: UInt32(slot),
      generation: requests[slot].serial)
  }

  private mutating func spawn(_ function: Int, from parent: Int) {
    guard inFlight < Limits.requests else {
      emit(.failed, request: requests[parent].serial, key: requests[parent].key, reason: .full)
      return
    }
    let slot = takeRequestSlot()
    let program = requests[parent].program
    requests[slot].serial = nextRequest
    nextRequest += 1
    requests[slot].program = program
    requests[slot].kind = .background
    requests[slot].actor = requests[parent].actor
    requests[slot].key = requests[parent].key
    requests[slot].value = .none
    requests[slot].startedAt = now
    requests[slot].server = requests[parent].server
    requests[slot].group = 0
    requests[slot].phase = .ready
    let parentMachine = machines[parent]
    machines[slot].reset(programs[program], spawnedBy: parentMachine, function: function)
    moved.append(UInt32(slot))
    agenda.plan(
      .begin, at: now, slot: UInt32(slot), generation: requests[slot].serial)
  }

  private mutating func finish(_ slot: Int, _ value: Value) {
    let request = requests[slot]
    if request.kind != .background {
      emit(
        .answered, request: request.serial, key: request.key, value: symbol(of: value, slot),
        number: now.ticks(since: request.startedAt))
    }
    release(slot)
  }

  /// Nothing caught the exception.
  private mutating func fail(_ slot: Int, with exception: Exception) {
    switch exception {
    case .timeout: fail(slot, reason: .timeout)
    case .failure(.databaseDown), .failure(.databaseRefused): fail(slot, reason: .databaseDown)
    case .failure(.unreachable): fail(slot, reason: .unreachable)
    case .failure(let reason): fail(slot, because: .failure(reason))
    case .cancelled: fail(slot, because: .cancelled)
    }
  }

  mutating func fail(_ slot: Int, reason: EventReason) {
    let request = requests[slot]
    // Nobody waits for what runs in the background: its end is no error that people see, and that
    // its query failed has been told.
    if request.kind != .background || reason != .databaseDown {
      emit(
        request.kind == .background ? .backgroundFailed : .failed, request: request.serial,
        key: request.key, reason: reason, number: now.ticks(since: request.startedAt))
    }
    release(slot)
  }

  /// Frees the slot and tells whoever waits for the group.
  mutating func release(_ slot: Int) {
    let request = requests[slot]
    endFlights(of: request.serial)
    locks.removeAll { $0.owner == request.serial && $0.isForgotten }
    requests[slot].serial = 0
    requests[slot].call = nil
    requests[slot].exception = nil
    requests[slot].query = .max
    requests[slot].queryTries = 1
    requests[slot].tries = 1
    requests[slot].looks = 0
    requests[slot].isRestarting = false
    requests[slot].hasBegun = false
    if request.hasTaken {
      requests[slot].hasTaken = false
      giveBackWhatWasTaken(by: request.serial)
    }
    if let hand = request.hand { hands.removeAll { $0 == UInt32(slot) && hand.index >= 0 } }
    requests[slot].hand = nil
    freeRequests.append(UInt32(slot))
    requestEnded(group: request.group)
    if request.hand != nil { admitGuest() }
  }

  /// A read whose client tries again: from the first line, in the same request.
  private mutating func restart(_ slot: Int) {
    requests[slot].isRestarting = false
    requests[slot].tries += 1
    emit(
      .retried, request: requests[slot].serial, key: requests[slot].key,
      number: Int64(requests[slot].tries))
    startListing(slot)
  }

  /// What is shown of an answer: text and numbers as they are, None as no symbol.
  mutating func symbol(of value: Value, _ slot: Int) -> Symbol {
    switch value {
    case .text(let symbol): symbol
    case .none: .none
    default: symbols.intern(machines[slot].text(of: value, symbols: symbols))
    }
  }
}
