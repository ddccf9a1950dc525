import Simulation
import Tutor

/// A line that is being shown: how far it runs, and where the lesson wants to stop.
struct PlayedLine: Sendable {
  let text: String
  /// Its place among the lines of the timeline.
  let index: Int
  var watch: RunWatch
  /// How far the other lanes run.
  var rivalWatches: [RunWatch] = []
  var stops: [Stop]
  /// The stops that the line met as it was applied: a node that comes takes no time.
  var metAtOnce: [Stop] = []

  /// A place where something is said, and perhaps waited.
  struct Stop: Sendable {
    /// Its place among the watches of the step.
    let index: Int
    let caption: Template
    let pauses: Bool
    /// What must hold as well.
    let conditions: [Claim]
    var watch: RunWatch
    /// Each speaks once in a part.
    var hasFired = false
  }

  /// Whether something is still to happen that belongs to it.
  func goesOn(_ world: World) -> Bool { !watch.isOver(world) && watch.mayActivate(world) }

  /// Lets the stops look at what the command itself did, before any time passed.
  ///
  /// That is a crash, or a node that comes; who stands where is looked at when they move.
  mutating func meetAtOnce(_ world: World) -> [Stop] {
    guard world.events.contains(where: { $0.kind != .ruleChanged }) else { return [] }
    let all = stops
    stops = all.map { stop in
      var stop = stop
      stop.hasFired = stop.hasFired || !stop.watch.isAboutEvents
      return stop
    }
    let met = meet(world)
    for index in stops.indices where !met.contains(where: { $0.index == stops[index].index }) {
      stops[index] = all[index]
    }
    return met
  }

  /// Of the stops that were met, those that are true of the stage; the others watch on.
  mutating func keep(_ met: [Stop], trueOn stage: Stage) -> [Stop] {
    met.filter { stop in
      if stop.conditions.allSatisfy({ $0.judge(on: stage).holds }) { return true }
      for index in stops.indices where stops[index].index == stop.index {
        stops[index].hasFired = false
      }
      return false
    }
  }

  /// Lets the stops look at what one tick did.
  ///
  /// - Returns: the stops that were met, the first of them first.
  mutating func meet(_ world: World) -> [Stop] {
    var met: [Stop] = []
    for index in stops.indices where !stops[index].hasFired {
      stops[index].watch.see(world, from: 0)
      guard stops[index].watch.isOver(world) else { continue }
      stops[index].hasFired = true
      met.append(stops[index])
    }
    return met
  }
}
