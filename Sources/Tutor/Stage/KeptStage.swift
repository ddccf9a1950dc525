import CacheEngine
import Simulation

/// A stage to start from; shared, so that a copy of the timeline costs little.
final class KeptStage: Sendable {
  let place: TimelinePlace
  let stage: Stage
  /// How much had been done until here since the timeline began.
  let work: Int
  /// How many bytes it takes at most.
  let bytes: Int

  var world: World { stage.world }

  /// - Parameter earlier: the stage that was kept before this one; their logs share memory.
  init(_ stage: Stage, at place: TimelinePlace, work: Int, after earlier: KeptStage? = nil) {
    var stage = stage
    stage.giveBackMemory()
    self.place = place
    self.work = work
    bytes = stage.byteEstimate + stage.logBytes(beside: earlier?.stage.told ?? 0)
    self.stage = stage
  }
}

extension Stage {
  /// About how many bytes a copy takes that shares nothing with this stage but its log.
  public var byteEstimate: Int {
    rivals.reduce(
      world.byteEstimate + command.byteEstimate + step.byteEstimate + lesson.byteEstimate
    ) { $0 + $1.byteEstimate }
  }

  /// How many events its log has been told, forgotten ones included.
  public var told: Int { log.forgotten + log.count }

  /// What its log takes besides, as far as that is not shared with a stage that had been told so
  /// many events.
  public func logBytes(beside earlier: Int) -> Int {
    log.bytes(since: earlier) + reads.byteEstimate
  }

  fileprivate mutating func giveBackMemory() {
    world.giveBackMemory()
    for index in rivals.indices { rivals[index].giveBackMemory() }
  }
}

extension Tally {
  /// The lists of different latencies, victims and losses.
  fileprivate var byteEstimate: Int {
    latencies.values.count * 12 + (victims.count + lostKeys.count) * 4
  }
}
