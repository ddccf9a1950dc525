import Simulation

extension Stage {
  /// Calls each lane by what makes it differ.
  mutating func nameLanes(_ names: [String]) {
    laneName = names.first ?? ""
    for (index, name) in zip(rivals.indices, names.dropFirst()) { rivals[index].laneName = name }
  }

  /// Forgets the events that nobody has taken over, in every lane.
  mutating func forgetEvents() {
    world.forgetEvents()
    for index in rivals.indices { rivals[index].forgetEvents() }
  }

  /// Forgets what led here, in every lane.
  mutating func forgetLog() {
    log = EventLog()
    for index in rivals.indices { rivals[index].log = EventLog() }
  }

  /// Sets the clock to zero in every lane.
  mutating func restartClocks() {
    world.restartClock()
    for index in rivals.indices { rivals[index].world.restartClock() }
  }

  /// Takes over the counts of another stage: what made this one different shall not count.
  mutating func takeCounts(of other: Stage) {
    command = other.command
    step = other.step
    lesson = other.lesson
    log = other.log
    reads = other.reads
    phases = other.phases
    for (index, rival) in zip(rivals.indices, other.rivals) { rivals[index].takeCounts(of: rival) }
  }

  /// Whether somebody still waits for an answer, in any lane.
  ///
  /// Requests that are held by hand may stand where they are, and what runs in the background (a
  /// refresh, a flusher) is nobody's question: there may always be some of it.
  var isBusy: Bool {
    let waiting =
      world.inFlight == 0
      ? false
      : world.runningRequests.contains { $0.kind != .background && $0.hand == nil }
    return waiting || rivals.contains { $0.isBusy }
  }
}
