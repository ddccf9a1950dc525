import CacheEngine
import Simulation

extension Tutor {
  /// Applies a line of the past once more in another world, without running it.
  ///
  /// What the playhead walks with: apply, then activate until a `RunWatch` of the returned
  /// condition says that the run is over.
  ///
  /// - Parameter actor: who gave the command.
  /// - Returns: how far the world ran for it then; nil when the line cannot be applied here.
  public func begin(
    _ line: String, in world: inout World, by actor: Actor = .learner
  ) -> RunCondition? {
    guard let invocation = try? CommandParser.parse(line).first else { return nil }
    var scratch = self
    // Handed over, not copied: a world that two hold would be made anew by its first change.
    scratch.stage = Stage(world: stage.world)
    swap(&scratch.stage.world, &world)
    defer { swap(&scratch.stage.world, &world) }
    scratch.stage.world.takeCommands(from: actor)
    guard let outcome = try? invocation.command.apply(&scratch, invocation.arguments) else {
      return nil
    }
    return invocation.isBackground ? .nothing : outcome.run
  }

  /// The world as it was at a place of the timeline.
  ///
  /// Starts from the nearest kept world and runs what lies between. O(distance).
  public func world(at place: TimelinePlace) -> World {
    let kept = timeline.nearest(place)
    var world = kept.world
    var applied = kept.place.moments
    while applied < place.moments {
      let moment = timeline.moments[applied]
      while world.activations < moment.activations, world.activate() {}
      runOut(moment.clockBefore, in: &world)
      _ = begin(moment.line, in: &world, by: moment.actor)
      applied += 1
    }
    while world.activations < place.activations, world.activate() {}
    world.forgetEvents()
    return world
  }

  /// Between activations the clock may have gone on: `tick` ends where nothing happens.
  private func runOut(_ clock: Tick, in world: inout World) {
    if world.now < clock { world.run(until: clock) }
  }
}
