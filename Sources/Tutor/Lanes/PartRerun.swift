import CacheEngine
import Simulation

// The part once more.
//
// A world's history is fixed by where it began and which lines were applied when. So what would
// have happened under another rule is not guessed: the lines since the part began run again in a
// copy of its first world, with the rule changed and with the lines left out that would have
// changed it back. Where time passed by itself between two lines it passes again, as long as then.

/// The lines since a part began, run again in one lane under another rule.
struct PartRerun {
  /// Parts with more activations than this are not run again: the answer must come at once.
  static let activationLimit = 200_000

  let tutor: Tutor
  /// 0 is the left lane, or the only one.
  let lane: Int

  init(of tutor: Tutor, lane: Int = 0) {
    self.tutor = tutor
    self.lane = lane
  }

  /// Whether it is quick, and nothing of the part has been forgotten.
  var isCheap: Bool {
    let start = tutor.timeline.start
    return tutor.stage.world.activations - start.activations <= PartRerun.activationLimit
      && tutor.stage.log.forgotten == 0
  }

  /// Whether the part itself gives a command of this name: then a change before it proves nothing,
  /// unless the command is left out.
  func changes(_ name: String) -> Bool {
    tutor.timeline.moments.contains { $0.line.hasPrefix(name + " ") }
  }

  /// The world in which the part began.
  var start: World {
    let kept = tutor.timeline.nearest(tutor.timeline.start).stage
    var world = kept.lanes[min(lane, kept.rivals.count)].world
    world.forgetEvents()
    return world
  }

  /// Runs the part.
  ///
  /// - Parameters:
  ///   - change: what is different from the beginning on.
  ///   - see: is shown what happened, as it happens, and says when enough has been seen.
  /// - Returns: the world at the end; nil when a line cannot be applied in it.
  @discardableResult
  func run(
    changing change: (inout World) -> Void, leavingOut name: String? = nil,
    seeing see: (ArraySlice<Event>, World) -> Bool
  ) -> World? {
    var world = start
    change(&world)
    world.forgetEvents()
    var clock = PartClock(tutor)
    for moment in tutor.timeline.moments {
      clock.pass(to: moment, in: &world)
      if see(world.events[...], world) { return world }
      world.forgetEvents()
      if let name, moment.line.hasPrefix(name + " ") { continue }
      if moment.line.hasPrefix(LanesCommand.compare.name) {
        takeLane(of: moment.line, in: &world, leavingOut: name)
        continue
      }
      guard let condition = tutor.begin(moment.line, in: &world, by: moment.actor) else {
        return nil
      }
      var watch = RunWatch(condition, world: world)
      var seen = 0
      var steps = 0
      while true {
        if see(world.events[seen...], world) { return world }
        watch.see(world, from: seen)
        seen = world.events.count
        steps += 1
        guard steps < 4 * PartRerun.activationLimit, !watch.isOver(world),
          watch.mayActivate(world), world.activate()
        else { break }
      }
      if let end = watch.end { world.run(until: end) }
      if see(world.events[seen...], world) { return world }
      world.forgetEvents()
    }
    return world
  }
}

extension PartRerun {
  /// Lanes begin: this one goes on under its own rule, unless that is what is changed.
  private func takeLane(of line: String, in world: inout World, leavingOut name: String?) {
    if let name, line.contains(" \(name)=") { return }
    var stage = Stage(world: world)
    guard tutor.beginLanes(line, on: &stage), stage.lanes.indices.contains(lane) else { return }
    world = stage.lanes[lane].world
    world.forgetEvents()
  }
}

/// How much time passed by itself before each line, in the part as it was.
struct PartClock {
  private var reference: World
  private let tutor: Tutor
  /// Time passes by itself only while something goes on that nobody waits for.
  private let mayHavePassed: Bool

  init(_ tutor: Tutor) {
    self.tutor = tutor
    reference = tutor.timeline.nearest(tutor.timeline.start).world
    mayHavePassed =
      reference.hasTraffic || reference.inFlight > 0
      || tutor.timeline.moments.contains {
        $0.line.hasPrefix("traffic start") || $0.line.hasSuffix("&")
      }
  }

  /// Lets as much time pass in a world as passed then before this line.
  mutating func pass(to moment: Moment, in world: inout World) {
    guard mayHavePassed else { return }
    let gap = moment.place.now.ticks(since: reference.now)
    while reference.activations < moment.activations, reference.activate() {}
    reference.run(until: moment.place.now)
    if gap > 0 { world.run(until: world.now.advanced(by: gap)) }
    reference.forgetEvents()
    guard let condition = tutor.begin(moment.line, in: &reference, by: moment.actor) else { return }
    var watch = RunWatch(condition, world: reference)
    while !watch.isOver(reference), watch.mayActivate(reference) {
      let known = reference.events.count
      guard reference.activate() else { break }
      watch.see(reference, from: known)
    }
    if let end = watch.end { reference.run(until: end) }
  }
}
