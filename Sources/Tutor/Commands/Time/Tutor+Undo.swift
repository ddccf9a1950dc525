import CacheEngine
import Simulation

// Taking back.
//
// `undo` puts back the stage from before the last command: world, clock, counts. It is kept in the
// timeline, or run again from one that is. Answers, hints and predictions belong to the lesson run
// and stay. `rewind` does the same down to a position, and runs the command that was under way there
// again as far as that position. All three are recorded as lines like any other, so a session only
// ever grows.

extension Tutor {
  /// Puts the stage back to before the last command.
  ///
  /// - Returns: the command that was taken back.
  /// - Throws: when nothing has been done since the step began.
  mutating func undo() throws(CommandError) -> String {
    guard timeline.undoCount > 0, let last = timeline.moments.last else { throw .nothingToUndo }
    let before = stage(after: timeline.moments.count - 1, at: last.place)
    timeline.undo(from: stage)
    stage = before
    return last.line
  }

  /// Puts back what the last `undo` took away.
  ///
  /// - Returns: the command that is done again.
  mutating func redo() throws(CommandError) -> String {
    guard let next = timeline.undone.last else { throw .nothingToRedo }
    timeline.redo()
    if let kept = next.kept {
      stage = kept.stage
    } else if next.marks.isEmpty, StagePlace(stage) == next.moment.place {
      doAgain(next.moment) { $0.run(to: next.end) }
    } else {
      // Time has passed since: it goes back to where the command was given.
      stage = stage(after: timeline.moments.count, at: next.end)
    }
    return next.moment.line
  }

  /// Makes a position of the past the present.
  ///
  /// Where two commands stand at one position, both are kept.
  ///
  /// - Throws: when the position does not lie between the start of the step and now.
  mutating func rewind(to position: SessionPosition, at place: Range<Int>) throws(CommandError) {
    let target = Instant(position)
    guard !target.isReached(by: stage.world) else { return }
    guard target < Instant(stage.world), let index = timeline.lastLine(notAfter: position) else {
      throw .unknownPosition(position.text, at: place)
    }
    let moment = timeline.moments[index]
    var past = self
    past.stage = stage(after: index, at: moment.place)
    let isInside = Instant(past.stage.world) != target
    if isInside {
      // The position lies within what this command did: it is done again, as far as that.
      past.doAgain(moment) { stage in
        stage.world.run(upTo: position)
        for index in stage.rivals.indices { stage.rivals[index].world.run(upTo: position) }
      }
    }
    guard target.isReached(by: past.stage.world) else {
      throw .unknownPosition(position.text, at: place)
    }
    timeline.cut(at: index, isInside: isInside)
    stage = past.stage
  }
}

extension Timeline {
  /// The last line that can be taken back and was applied at a position or before it.
  fileprivate func lastLine(notAfter position: SessionPosition) -> Int? {
    let target = Instant(position)
    let lines = moments.indices.suffix(undoCount)
    return lines.last { !(target < Instant(moments[$0].exactly)) }
  }
}

/// A place in the life of a world that can be compared: a tick, and how much of it is done.
private struct Instant: Comparable {
  let tick: Int64
  /// `Int.max` for all of it.
  let activations: Int

  init(_ position: SessionPosition) {
    tick = position.tick.microseconds
    activations = position.activations ?? .max
  }

  init(_ world: World) {
    tick = world.clock
    activations = world.activationsAtNow
  }

  static func < (left: Instant, right: Instant) -> Bool {
    left.tick == right.tick ? left.activations < right.activations : left.tick < right.tick
  }

  /// Whether a world stands here.
  func isReached(by world: World) -> Bool {
    guard tick == world.clock else { return false }
    let isOver = world.nextActivation.map { $0 > world.now } ?? true
    return activations == .max ? isOver : activations == world.activationsAtNow
  }
}

extension SessionPosition {
  /// Whether this comes after another one: at the same tick, "all of it" comes last.
  func isAfter(_ other: SessionPosition) -> Bool { Instant(other) < Instant(self) }

  /// Where a world stands, to the activation: what `rewind` needs, because "all of a tick" may mean
  /// more when another command was given at that very tick.
  public init(exactly world: World) {
    self.init(
      tick: Tick(microseconds: world.clock), activations: world.activationsAtNow)
  }
}

extension World {
  /// Runs up to a position on the clock, not beyond it.
  mutating func run(upTo position: SessionPosition) {
    let end = epoch.advanced(by: position.tick.microseconds)
    guard let count = position.activations else {
      run(until: end)
      return
    }
    while let next = nextActivation {
      let isDue = next < end || (next == end && (now < end || activationsAtNow < count))
      guard isDue else { break }
      activate()
    }
  }
}
