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
    if command.isCounted { next.stage.beginCommand() }
    let outcome = try next.perform(invocation)
    if command.isCounted { next.stage.endCommand() }
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
      events: command.isCounted ? stage.command.eventCount : 0)
  }

  /// Runs the live world as far as a condition says.
  ///
  /// - Throws: when there are too many events, or when what is waited for will not come: timers
  ///   may go off for ever without anything happening.
  mutating func run(_ condition: RunCondition) throws(CommandError) {
    var watch = RunWatch(condition, stage: stage)
    var activations = 0
    var quiet = 0
    while !watch.isOver(stage.world) {
      guard watch.mayActivate(stage.world) else { break }
      let known = stage.world.events.count
      guard stage.world.activate() else { break }
      watch.see(stage.world, from: known)
      activations += 1
      let hasHappened = stage.world.events[known...].contains { $0.kind != .queryFailed }
      quiet = hasHappened ? 0 : quiet + 1
      if watch.end == nil, quiet > Tutor.quietLimit { throw .nothingHappens }
      if stage.world.events.count > 65_536 || activations & 0xFFFF == 0 {
        stage.collect()
        if max(stage.command.eventCount, activations) > Limits.eventsPerCommand {
          throw .tooManyEvents(limit: Limits.eventsPerCommand)
        }
      }
    }
    if case .ticks = condition, let end = watch.end { stage.world.run(until: end) }
  }

  private mutating func pushUndo(_ point: UndoPoint) {
    undoStack.append(point)
    if undoStack.count > Tutor.undoLimit { undoStack.removeFirst() }
    redoStack.removeAll()
  }

  /// After so many activations in which nothing happened, nothing will.
  static let quietLimit = 10_000

  /// How many commands can be taken back.
  static let undoLimit = 200
}
