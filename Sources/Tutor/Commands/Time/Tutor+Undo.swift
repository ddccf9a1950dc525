import CacheEngine
import Simulation

// Taking back.
//
// `undo` puts back the stage from before the last command: world, clock, counts. Answers, hints and
// predictions belong to the lesson run and stay. `rewind` does the same down to a position, and
// runs the command that was under way there again as far as that position. All three are recorded
// as lines like any other, so a session only ever grows.

extension Tutor {
  /// Puts the stage back to before the last command.
  ///
  /// - Returns: the command that was taken back.
  /// - Throws: when nothing has been done since the step began.
  mutating func undo() throws(CommandError) -> String {
    guard let point = undoStack.popLast() else { throw .nothingToUndo }
    redoStack.append(UndoPoint(stage: stage, line: point.line))
    stage = point.stage
    timeline.dropLast()
    return point.line
  }

  /// Puts back what the last `undo` took away.
  ///
  /// - Returns: the command that is done again.
  mutating func redo() throws(CommandError) -> String {
    guard let point = redoStack.popLast() else { throw .nothingToRedo }
    timeline.note(point.line, before: stage.world)
    undoStack.append(UndoPoint(stage: stage, line: point.line))
    stage = point.stage
    return point.line
  }

  /// Makes a position of the past the present.
  ///
  /// Where two commands stand at one position, both are kept.
  ///
  /// - Throws: when the position does not lie between the start of the step and now.
  mutating func rewind(to position: SessionPosition, at place: Range<Int>) throws(CommandError) {
    let target = Instant(position)
    guard !target.isReached(by: stage.world) else { return }
    var points = undoStack
    while let point = points.last, target < Instant(point.stage.world) { points.removeLast() }
    guard target < Instant(stage.world), let point = points.popLast() else {
      throw .unknownPosition(position.text, at: place)
    }
    var stage = point.stage
    let isInside = Instant(stage.world) != target
    if isInside {
      // The position lies within what this command did: it is done again, as far as that.
      stage.beginCommand()
      _ = begin(point.line, in: &stage.world)
      stage.world.run(upTo: position)
      for index in stage.rivals.indices {
        _ = begin(point.line, in: &stage.rivals[index].world)
        stage.rivals[index].world.run(upTo: position)
      }
      stage.endCommand()
    }
    guard target.isReached(by: stage.world) else {
      throw .unknownPosition(position.text, at: place)
    }
    let moments = timeline.moments.count - (undoStack.count - points.count)
    timeline.cut(
      after: TimelinePlace(moments: moments, activations: point.stage.world.activations))
    if isInside {
      timeline.note(point.line, before: point.stage.world)
      points.append(point)
    }
    undoStack = points
    redoStack.removeAll()
    self.stage = stage
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
