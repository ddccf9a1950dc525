import CacheEngine
import Simulation

// From a line to what it did.
//
//   text ──parse──▶ invocation ──apply──▶ reply, run condition ──run──▶ counts, verdict
//
// A line that cannot be parsed or applied changes nothing at all: what was begun is taken back.

/// What one command did.
public struct Execution: Sendable {
  public let invocation: Invocation
  public let reply: Reply
  /// The place in the timeline at which it was applied; nil when it did not touch the world.
  public let start: TimelinePlace?
  /// How many events it caused.
  public let events: Int
  /// Whether the lanes have parted because of it.
  public var partsLanes = false
}

extension Tutor {
  /// Executes a line of one or more commands; stops at the first that fails.
  ///
  /// - Returns: what the commands did that worked, and the error of the one that did not.
  public mutating func execute(_ text: String) -> (done: [Execution], error: CommandError?) {
    var done: [Execution] = []
    let error = execute(text) { (execution, _) in done.append(execution) }
    return (done, error)
  }

  /// Executes a line and tells each command as soon as it is done: what happened is best said
  /// before the next one happens.
  ///
  /// - Returns: the error of the command that did not work; those before it did.
  public mutating func execute(
    _ text: String, telling tell: (Execution, Tutor) -> Void
  ) -> CommandError? {
    do throws(CommandError) {
      for invocation in try CommandParser.parse(text) {
        if let slip = slip(in: invocation) { throw slip }
        let execution = try execute(invocation)
        tell(execution, self)
      }
      return nil
    } catch {
      noteRefused(error)
      return error
    }
  }

  /// Executes one command: applies it, runs the world as far as it asks, counts and records.
  ///
  /// - Throws: a `CommandError`; then nothing has changed.
  public mutating func execute(_ invocation: Invocation) throws(CommandError) -> Execution {
    try checkPermission(for: invocation)
    if invocation.command.isUndoable { return try change(invocation) }
    var next = self
    let position = self.position
    let outcome = try next.perform(invocation)
    noteMark(by: &next)
    if invocation.command.isRecorded {
      next.unwritten.append(.command(position, invocation.text))
      try next.noteExecuted(invocation)
    }
    let hasRestarted = next.timeline.generation != timeline.generation
    self = next
    return Execution(
      invocation: invocation, reply: outcome.reply,
      start: hasRestarted ? timeline.start : nil,
      events: hasRestarted ? stage.command.eventCount : 0)
  }

  /// A phase that began outside of the lines of the timeline is kept beside them.
  private func noteMark(by next: inout Tutor) {
    guard next.stage.phasesBegun > stage.phasesBegun,
      next.timeline.generation == timeline.generation,
      next.timeline.moments.count == timeline.moments.count
    else { return }
    next.timeline.noteMark(on: next.stage)
  }

  /// Executes a command that changes the world and can be taken back.
  ///
  /// It is done in place: a copy to fall back on would be made anew at the first change, however
  /// large. When it fails, the stage is made again, as `undo` makes it.
  private mutating func change(_ invocation: Invocation) throws(CommandError) -> Execution {
    timeline.prepare(stage)
    let moment = Moment(invocation, before: stage, by: .learner)
    let place = TimelinePlace(
      moments: timeline.moments.count, activations: stage.world.activations)
    let (run, progress, divergence) = (self.run, self.progress, stage.divergence)
    do {
      stage.beginCommand()
      let outcome = try performStoppably(invocation)
      stage.endCommand()
      try noteExecuted(invocation)
      timeline.note(moment)
      unwritten.append(.command(moment.position, invocation.text))
      let partsLanes = stage.divergence != nil && stage.divergence != divergence
      if partsLanes { markDivergence() }
      return Execution(
        invocation: invocation, reply: outcome.reply, start: place,
        events: stage.command.eventCount, partsLanes: partsLanes)
    } catch {
      (self.run, self.progress) = (run, progress)
      stage = stage(after: timeline.moments.count, at: moment.place)
      throw error
    }
  }

  /// The command itself can be stopped; what follows from it, such as a judgement, is done whole.
  private mutating func performStoppably(
    _ invocation: Invocation
  ) throws(CommandError) -> CommandOutcome {
    mayStop = isStopped != nil
    defer { mayStop = false }
    return try perform(invocation)
  }

  /// The place at which the lanes part gets a mark, so that `jump` finds it.
  private mutating func markDivergence() {
    guard let divergence = stage.divergence else { return }
    let name = "first difference"
    marks.removeAll { $0.name == name }
    marks.append(
      SessionMark(
        name: name, position: SessionPosition(tick: Tick(microseconds: divergence.clock))))
  }

  /// Runs the live world as far as a condition says.
  ///
  /// - Throws: when there are too many events, or when what is waited for will not come: timers
  ///   may go off for ever without anything happening.
  mutating func run(_ condition: RunCondition) throws(CommandError) {
    var watch = RunWatch(condition, stage: stage)
    var activations = 0
    var quiet = 0
    let start = stage.world.now
    let batch = min(65_536, max(1, eventLimit), max(1, patience))
    while !watch.isOver(stage.world) {
      guard watch.mayActivate(stage.world) else { break }
      let known = stage.world.events.count
      guard stage.world.activate() else { break }
      watch.see(stage.world, from: known)
      activations += 1
      let hasHappened = stage.world.events[known...].contains { $0.kind != .queryFailed }
      quiet = hasHappened ? 0 : quiet + 1
      if watch.end == nil, quiet > Tutor.quietLimit { throw .nothingHappens }
      if stage.world.events.count > batch || activations % batch == 0 {
        stage.collect()
        if max(stage.command.eventCount, activations) > eventLimit {
          throw .tooManyEvents(limit: eventLimit)
        }
        if mayStop, isStopped?(stage.command.eventCount) == true { throw .stopped }
        if watch.mayWaitForEver, activations > patience {
          throw .waitedInVain(microseconds: stage.world.now.microseconds - start.microseconds)
        }
      }
    }
    if case .ticks = condition, let end = watch.end { stage.world.run(until: end) }
  }

  /// After so many activations in which nothing happened, nothing will.
  static let quietLimit = 10_000
}
