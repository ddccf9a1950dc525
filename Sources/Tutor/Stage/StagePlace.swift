import CacheEngine
import Simulation

/// How far the worlds of a stage have come: enough to run a copy of an earlier stage to exactly
/// here.
struct StagePlace: Hashable, Sendable {
  /// How many activations the world had done.
  let activations: Int
  /// The world's own clock, which may have gone on since the last of them.
  let now: Tick
  /// The same of the right lane, when there is one.
  let rivals: [StagePlace]

  init(_ stage: Stage) {
    activations = stage.world.activations
    now = stage.world.now
    rivals = stage.rivals.map { StagePlace($0) }
  }
}

extension Stage {
  /// Runs on to a place that lies ahead, as the stage of which it is the place once did.
  mutating func run(to place: StagePlace) {
    while world.activations < place.activations, world.activate() {
      if world.events.count > Stage.eventsAtOnce { collect() }
    }
    // Between activations the clock may have gone on: `tick` ends where nothing happens.
    if world.now < place.now { world.run(until: place.now) }
    for (index, rival) in zip(rivals.indices, place.rivals) { rivals[index].run(to: rival) }
  }

  /// As many events are handed on together.
  static let eventsAtOnce = 65_536
}
