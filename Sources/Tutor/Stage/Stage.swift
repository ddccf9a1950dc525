import CacheEngine
import Simulation

/// A world with the counting that goals and statistics read: what commands act on, what `undo`
/// restores, and what a copy of answers "what would happen if".
public struct Stage: Sendable {
  public var world: World
  /// What the last command did.
  public internal(set) var command = Tally()
  /// What happened since the step began.
  public internal(set) var step = Tally()
  /// What happened since the lesson began.
  public internal(set) var lesson = Tally()
  /// The latest events, for log, narration and `why`.
  public internal(set) var log = EventLog()
  /// The right lane, while the same commands go to two worlds that differ in one rule; this stage
  /// is the left one.
  ///
  /// One at most: an array, because a value cannot hold another of its own kind.
  public internal(set) var rivals: [Stage] = []

  public init(world: World) {
    self.world = world
  }

  /// Takes over what the world has told since the last time.
  mutating func collect() {
    command.add(world.events)
    log.append(world.events)
    world.forgetEvents()
    for index in rivals.indices { rivals[index].collect() }
  }

  /// Begins counting a command.
  mutating func beginCommand() {
    command = Tally()
    for index in rivals.indices { rivals[index].beginCommand() }
  }

  /// The command is over: it counts for step and lesson too.
  mutating func endCommand() {
    collect()
    addCommand()
  }

  private mutating func addCommand() {
    step.add(command)
    lesson.add(command)
    for index in rivals.indices { rivals[index].addCommand() }
  }

  /// Forgets all counts of the step, and what led here: what a setup ends with.
  mutating func beginStep() {
    world.forgetEvents()
    command = Tally()
    step = Tally()
    for index in rivals.indices { rivals[index].beginStep() }
  }

  /// The tally that a claim's scope names.
  public func tally(over scope: Claim.Scope) -> Tally {
    switch scope {
    case .command: command
    case .step: step
    case .lesson: lesson
    }
  }
}
