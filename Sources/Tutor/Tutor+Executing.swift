import CacheEngine
import Simulation

// From a line to what it did.
//
//   text ──parse──▶ invocation ──apply──▶ reply, run condition ──run──▶ counts, verdict
//
// A line that cannot be parsed or applied changes nothing at all: everything happens on a copy, and
// the copy takes the tutor's place when it has worked out.

/// What one command did.
public struct Execution: Sendable {
  public let invocation: Invocation
  public let reply: Reply
  /// The place in the timeline at which it was applied; nil when it did not touch the world.
  public let start: TimelinePlace?
  /// How many events it caused.
  public let events: Int
}

extension Tutor {
  /// Executes a line of one or more commands; stops at the first that fails.
  ///
  /// - Returns: what the commands did that worked, and the error of the one that did not.
  public mutating func execute(_ text: String) -> (done: [Execution], error: CommandError?) {
    var done: [Execution] = []
    do {
      for invocation in try CommandParser.parse(text) {
        done.append(try execute(invocation))
      }
      return (done, nil)
    } catch {
      return (done, error)
    }
  }

  /// Executes one command: applies it, runs the world as far as it asks, counts and records.
  ///
  /// - Throws: a `CommandError`; then nothing has changed.
  public mutating func execute(_ invocation: Invocation) throws(CommandError) -> Execution {
    var next = self
    let command = invocation.command
    try next.checkPermission(for: invocation)
    guard command.isRecorded else {
      let outcome = try command.apply(&next, invocation.arguments)
      self = next
      return Execution(invocation: invocation, reply: outcome.reply, start: nil, events: 0)
    }
    let position = self.position
    let before = stage
    let place = TimelinePlace(
      moments: timeline.moments.count, activations: stage.world.activations)
    next.stage.beginCommand()
    let outcome = try next.perform(invocation)
    next.stage.endCommand()
    if command.isUndoable {
      next.timeline.note(invocation.text, before: before.world)
      next.pushUndo(UndoPoint(stage: before, line: invocation.text))
    }
    next.unwritten.append(.command(position, invocation.text))
    try next.noteExecuted(invocation)
    let hasRestarted = next.timeline.generation != timeline.generation
    self = next
    return Execution(
      invocation: invocation, reply: outcome.reply,
      start: hasRestarted ? timeline.start : command.isUndoable ? place : nil,
      events: stage.command.eventCount)
  }

  /// Runs the live world as far as a condition says.
  mutating func run(_ condition: RunCondition) throws(CommandError) {
    var watch = RunWatch(condition, stage: stage)
    while !watch.isOver(stage.world) {
      guard watch.mayActivate(stage.world) else { break }
      let known = stage.world.events.count
      guard stage.world.activate() else { break }
      watch.see(stage.world, from: known)
      if stage.world.events.count > 65_536 { stage.collect() }
      if stage.command.eventCount > Limits.eventsPerCommand {
        throw .tooManyEvents(limit: Limits.eventsPerCommand)
      }
    }
    if case .ticks = condition, let end = watch.end { stage.world.run(until: end) }
  }

  private mutating func pushUndo(_ point: UndoPoint) {
    undoStack.append(point)
    if undoStack.count > Tutor.undoLimit { undoStack.removeFirst() }
    redoStack.removeAll()
  }

  /// How many commands can be taken back.
  static let undoLimit = 200
}
