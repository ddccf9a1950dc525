import CacheEngine
import Simulation

// The past, run again.

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

  /// Applies a line of the past that makes lanes, ends them or begins a phase, to a stage that is
  /// being shown.
  ///
  /// - Returns: false when the line does nothing of the kind; then nothing has changed.
  public func beginLanes(_ line: String, on shown: inout Stage) -> Bool {
    guard let invocation = try? CommandParser.parse(line).first, !invocation.isForAllLanes else {
      return false
    }
    var scratch = self
    scratch.stage = shown
    guard (try? invocation.command.apply(&scratch, invocation.arguments)) != nil else {
      return false
    }
    shown = scratch.stage
    for index in shown.rivals.indices { shown.rivals[index].world.forgetEvents() }
    return true
  }

  /// What is shown before the first line of the timeline: all lanes, nothing counted.
  public var firstShown: Stage {
    let kept = timeline.nearest(timeline.start).stage
    var first = Stage(world: kept.world)
    first.rivals = kept.rivals.map { Stage(world: $0.world) }
    first.nameLanes(kept.lanes.map(\.laneName))
    first.forgetEvents()
    first.beginComparing()
    return first
  }

  /// The world as it was at a place of the timeline.
  ///
  /// Starts from the nearest kept stage and runs what lies between. O(distance).
  public func world(at place: TimelinePlace) -> World {
    let kept = timeline.nearest(place)
    var world = kept.stage.world
    var applied = kept.place.moments
    while applied < place.moments {
      let moment = timeline.moments[applied]
      while world.activations < moment.activations, world.activate() {}
      if world.now < moment.place.now { world.run(until: moment.place.now) }
      _ = begin(moment.line, in: &world, by: moment.actor)
      applied += 1
    }
    while world.activations < place.activations, world.activate() {}
    world.forgetEvents()
    return world
  }

  /// The stage after the first `count` lines, at a place before the next one: worlds, counts and
  /// log as they were.
  ///
  /// Precondition: the lesson's own lines are among the first ones.
  func stage(after count: Int, at end: StagePlace) -> Stage {
    let place = TimelinePlace(moments: count, activations: end.activations)
    let kept = timeline.nearest(place)
    var scratch = self
    scratch.stage = kept.stage
    let marks = timeline.marks.filter {
      $0.number > kept.stage.phasesBegun && $0.moments <= count
    }
    for index in kept.place.moments..<count {
      let moment = timeline.moments[index]
      scratch.stage.begin(marks.filter { $0.moments == index })
      scratch.stage.pass(to: moment.place)
      let next = index + 1 < count ? timeline.moments[index + 1].place : end
      let mark = marks.first { $0.moments == index + 1 }
      scratch.doAgain(moment) { $0.run(to: mark?.place ?? next) }
    }
    scratch.stage.begin(marks.filter { $0.moments == count })
    scratch.stage.pass(to: end)
    return scratch.stage
  }

  /// Does a line of the past once more on the present stage.
  ///
  /// - Parameter run: how far the worlds run.
  mutating func doAgain(_ moment: Moment, _ run: (inout Stage) -> Void) {
    guard let invocation = try? CommandParser.parse(moment.line).first else { return }
    stage.beginCommand()
    stage.world.takeCommands(from: moment.actor)
    _ = try? invocation.command.apply(&self, invocation.arguments)
    if invocation.isForAllLanes {
      var lane = self
      for index in stage.rivals.indices {
        lane.stage = stage.rivals[index]
        lane.stage.world.takeCommands(from: moment.actor)
        _ = try? invocation.command.apply(&lane, invocation.arguments)
        stage.rivals[index] = lane.stage
      }
    }
    run(&stage)
    stage.endCommand()
  }
}

extension Stage {
  /// Begins phases again, each at its place.
  fileprivate mutating func begin(_ marks: [TimelineMark]) {
    for mark in marks {
      pass(to: mark.place)
      beginPhase(mark.name)
    }
  }

  /// Time has passed between two lines, up to this place.
  fileprivate mutating func pass(to place: StagePlace) {
    guard StagePlace(self) != place else { return }
    run(to: place)
    countPassing()
  }
}

extension Invocation {
  /// Whether it goes to each lane: everything but what changes the lanes themselves.
  var isForAllLanes: Bool {
    command.isUndoable && !LanesCommand.names.contains(command.name)
  }
}
