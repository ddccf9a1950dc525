import Simulation

extension Stage {
  /// Takes over the counts of another stage: what made this one different shall not count.
  mutating func takeCounts(of other: Stage) {
    command = other.command
    step = other.step
    lesson = other.lesson
    log = other.log
    for (index, rival) in zip(rivals.indices, other.rivals) { rivals[index].takeCounts(of: rival) }
  }

  /// Whether somebody still waits for an answer, in either lane.
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
