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
  /// What was read since the part, its last mark or its lanes began.
  public internal(set) var reads = ReadLog()
  /// What happened since each mark, until the next one: `noon.hits`.
  public internal(set) var phases: [Phase] = []
  /// How many phases have been begun, forgotten ones included.
  var phasesBegun = 0
  /// The other lanes, while the same commands go to worlds that differ in one rule; this stage is
  /// the left one.
  public internal(set) var rivals: [Stage] = []
  /// What makes this lane differ, such as `policy lru`; empty while there is only one.
  public internal(set) var laneName = ""
  /// Where the lanes part, as far as they have been compared.
  public internal(set) var divergence: LaneDivergence?
  /// What is compared; nil while there is only one lane.
  var record: LaneRecord?
  /// How many requests were the same in all lanes.
  var compared = 0

  public init(world: World) {
    self.world = world
  }

  /// Takes over what the world has told since the last time.
  mutating func collect() {
    command.add(world.events)
    if !phases.isEmpty { phases[phases.count - 1].tally.add(world.events) }
    record?.add(world.events, in: world.symbols)
    reads.add(world.events)
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
    compareLanes()
  }

  private mutating func addCommand() {
    step.add(command)
    lesson.add(command)
    for index in rivals.indices { rivals[index].addCommand() }
  }

  /// Forgets all counts of the step, and what led here: what a setup ends with.
  ///
  /// Phases stay, and what was read in the last one: a setup may live through a day that the step
  /// asks about.
  mutating func beginStep() {
    world.forgetEvents()
    command = Tally()
    step = Tally()
    if phases.isEmpty { reads = ReadLog() }
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
