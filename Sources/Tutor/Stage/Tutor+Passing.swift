import CacheEngine
import Simulation

// Time that passes while nobody types.
//
// Traffic that was started goes on between commands, in slices as the screen is drawn. What happens
// then belongs to the step, and to the command that set it going, which is the last one.

extension Tutor {
  /// Whether anything happens by itself when time passes.
  public var isBusy: Bool {
    stage.world.hasTraffic || stage.world.inFlight > stage.world.handHeld.count
  }

  /// Lets the world run for so many microseconds.
  ///
  /// - Returns: how many events that made.
  @discardableResult
  public mutating func pass(_ ticks: Int64) -> Int {
    stage.world.run(until: stage.world.now.advanced(by: max(0, ticks)))
    for index in stage.rivals.indices {
      let world = stage.rivals[index].world
      stage.rivals[index].world.run(until: world.now.advanced(by: max(0, ticks)))
    }
    return stage.countPassing()
  }

  /// Lets the world run up to a position; false when it is not where the world comes by.
  mutating func pass(to position: SessionPosition) -> Bool {
    stage.world.run(upTo: position)
    for index in stage.rivals.indices { stage.rivals[index].world.run(upTo: position) }
    stage.countPassing()
    return self.position == position
  }
}

extension Stage {
  /// Counts what happened between commands.
  @discardableResult
  mutating func countPassing() -> Int {
    let count = world.events.count
    var tally = Tally()
    tally.add(world.events)
    command.add(tally)
    step.add(tally)
    lesson.add(tally)
    if !phases.isEmpty { phases[phases.count - 1].tally.add(tally) }
    record?.add(world.events, in: world.symbols)
    reads.add(world.events)
    log.append(world.events)
    world.forgetEvents()
    for index in rivals.indices { rivals[index].countPassing() }
    compareLanes()
    return count
  }
}
