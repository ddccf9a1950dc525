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

  /// Whether something runs that nobody holds by hand, in either lane.
  var isBusy: Bool {
    world.inFlight > world.handHeld.count || rivals.contains { $0.isBusy }
  }
}
