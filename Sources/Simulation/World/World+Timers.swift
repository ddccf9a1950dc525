import CacheEngine

/// A listing's `every`, running.
struct Timer: Sendable {
  var program: Int
  var function: Int
  var period: Int64
}

extension World {
  /// Starts the timers of the listing on screen, unless they are switched off; those of an older
  /// one end.
  mutating func startTimers() {
    timerGeneration += 1
    timers = pattern.program.timers.map {
      Timer(program: programs.count - 1, function: $0.function, period: $0.period)
    }
    guard hasTimersOn else { return }
    for index in timers.indices {
      agenda.plan(
        .timer, at: now.advanced(by: timers[index].period), slot: UInt32(index),
        generation: timerGeneration)
    }
  }

  mutating func fireTimer(_ index: Int, generation: UInt32) {
    guard generation == timerGeneration, timers.indices.contains(index) else { return }
    let timer = timers[index]
    agenda.plan(
      .timer, at: now.advanced(by: timer.period), slot: UInt32(index), generation: generation)
    let slot = send(
      .background, key: .none, value: .none, actor: .timer, group: 0, hand: nil, isNow: true)
    requests[slot].program = timer.program
    machines[slot].reset(
      programs[timer.program], function: timer.function, arguments: [])
    actor = .timer
    advance(slot)
  }

  /// Whether the listing on screen has something to do every so often, such as to store a queue.
  public var hasTimers: Bool { !timers.isEmpty }

  /// Switches the listing's timers on or off; on, they begin a new period.
  public mutating func setTimers(on isOn: Bool) {
    hasTimersOn = isOn
    startTimers()
    emit(.ruleChanged)
  }

  /// Does once and now what the listing does every so often.
  ///
  /// - Returns: the group to wait for; nil when the listing has no timers.
  public mutating func runTimersNow() -> GroupID? {
    guard hasTimers else { return nil }
    let group = openGroup(actor: commander)
    for timer in timers {
      let slot = send(
        .background, key: .none, value: .none, actor: commander, group: group)
      requests[slot].program = timer.program
      machines[slot].reset(programs[timer.program], function: timer.function)
    }
    return group
  }
}
