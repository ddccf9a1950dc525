import CacheEngine

/// A listing's `every`, running.
struct Timer: Sendable {
  var program: Int
  var function: Int
  var period: Int64
  /// Whether it takes from the write queue: what `flush` and `flush off` are about.
  var isFlusher: Bool
  /// When it comes round next.
  var next: Tick
  /// Which item of the agenda is its own; older ones have become pointless.
  var generation: UInt32
}

extension World {
  /// Starts the timers of the listing on screen; those of an older one end.
  ///
  /// A timer of the same period keeps its beat: changing another line does not put a flush off.
  mutating func startTimers() {
    let old = timers
    timers = []
    for (index, row) in pattern.program.timers.enumerated() {
      let before = old.indices.contains(index) ? old[index] : nil
      var next = now.advanced(by: row.period)
      if let before, before.period == row.period, before.next > now { next = before.next }
      timers.append(
        Timer(
          program: programs.count - 1, function: row.function, period: row.period,
          isFlusher: pattern.program.takesFromQueue(row.function), next: next, generation: 0))
      planTimer(index)
    }
  }

  /// Puts the timer's next round on the agenda, unless it is a flusher and those are off.
  private mutating func planTimer(_ index: Int) {
    timerGeneration += 1
    timers[index].generation = timerGeneration
    guard isFlusherOn || !timers[index].isFlusher else { return }
    agenda.plan(
      .timer, at: timers[index].next, slot: UInt32(index), generation: timerGeneration)
  }

  mutating func fireTimer(_ index: Int, generation: UInt32) {
    guard timers.indices.contains(index), timers[index].generation == generation else { return }
    let timer = timers[index]
    timers[index].next = now.advanced(by: timer.period)
    planTimer(index)
    guard defect != .flushNever || !timer.isFlusher else { return }
    let slot = send(
      .background, key: .none, value: .none, actor: .timer, group: 0, hand: nil, isNow: true)
    requests[slot].program = timer.program
    machines[slot].reset(
      programs[timer.program], function: timer.function, arguments: [])
    actor = .timer
    advance(slot)
  }

  /// How often the queue is flushed; nil without a flusher, or when it is off.
  public var flushPeriod: Int64? {
    guard isFlusherOn else { return nil }
    return timers.filter(\.isFlusher).map(\.period).max()
  }

  /// When the flusher comes round next; nil without a flusher, or when it is off.
  public var nextFlush: Tick? {
    guard isFlusherOn else { return nil }
    return timers.filter(\.isFlusher).map(\.next).min()
  }

  /// Whether the listing on screen stores its write queue every so often.
  public var hasFlusher: Bool { timers.contains(where: \.isFlusher) }

  /// Switches the flusher on or off; on, it begins a new period.
  ///
  /// Whatever else the listing does every so often goes on.
  public mutating func setFlusher(on isOn: Bool) {
    isFlusherOn = isOn
    for index in timers.indices where timers[index].isFlusher {
      timers[index].next = now.advanced(by: timers[index].period)
      planTimer(index)
    }
    emit(.ruleChanged)
  }

  /// Does once and now what the flusher does every so often.
  ///
  /// - Returns: the group to wait for; nil when the listing has no flusher.
  public mutating func flushNow() -> GroupID? {
    guard hasFlusher else { return nil }
    let group = openGroup(actor: commander)
    for timer in timers where timer.isFlusher {
      let slot = send(
        .background, key: .none, value: .none, actor: commander, group: group)
      requests[slot].program = timer.program
      machines[slot].reset(programs[timer.program], function: timer.function)
    }
    return group
  }

  /// The learner does the flusher's job: these rows go to the database in one batch, in the order
  /// given, and wait in no queue any more.
  ///
  /// No time passes.
  public mutating func storeByHand(_ rows: [(key: Symbol, value: Symbol)]) {
    actor = commander
    for (key, value) in rows {
      let row = database.put(key, value: value)
      emit(.stored, key: key, value: value, number: Int64(row.version))
      for node in nodes.indices { nodes[node].queue.drop(key) }
    }
    emit(.flushed, number: Int64(rows.count))
    admitWriters()
  }
}

extension Program {
  /// Whether the function, or one that it calls, takes rows out of the write queue.
  func takesFromQueue(_ function: Int) -> Bool {
    var waiting = [function]
    var seen: [Int] = []
    while let next = waiting.popLast() {
      guard !seen.contains(next) else { continue }
      seen.append(next)
      for operation in operations(of: next) {
        switch operation {
        case .callWorld(.queueTake, _, _): return true
        case .callFunction(let called, _, _), .spawn(let called, _): waiting.append(Int(called))
        default: break
        }
      }
    }
    return false
  }

  /// The operations of a function: they lie between its entry and the next one.
  private func operations(of function: Int) -> ArraySlice<Operation> {
    let start = entries[function].operation
    let end = entries.map(\.operation).filter { $0 > start }.min() ?? operations.count
    return operations[start..<end]
  }
}
