import CacheEngine
import Simulation

/// One line that was applied, and where.
public struct Moment: Sendable, Hashable {
  public let position: SessionPosition
  public let line: String
  /// Who gave it: the learner, or the lesson's opening.
  public let actor: Actor
  /// Where the stage stood before it.
  let place: StagePlace
  /// The position to the activation.
  let exactly: SessionPosition
  /// How much it may have cost to apply it, in activations.
  let work: Int

  init(_ invocation: Invocation, before stage: Stage, by actor: Actor) {
    position = SessionPosition(of: stage.world)
    exactly = SessionPosition(exactly: stage.world)
    place = StagePlace(stage)
    line = invocation.text
    self.actor = actor
    work = Moment.work(of: invocation.command, on: stage.world)
  }

  /// How many activations the world had done when it was applied.
  public var activations: Int { place.activations }

  /// Reading a line costs as much as a few dozen activations; a new rule is told to everything.
  private static func work(of command: Command, on world: World) -> Int {
    let isForAll =
      switch command.family {
      case .system, .faults: true
      case .cache: command.verb?.flags.contains(.keyless) ?? false
      default: false
      }
    return isForAll ? 32 + world.thingCount : 32
  }
}

/// A place in a world's past: so many lines applied, so many activations done, and of the events
/// of the last activation so many shown.
public struct TimelinePlace: Hashable, Sendable, Comparable {
  public var moments: Int
  public var activations: Int

  public init(moments: Int, activations: Int) {
    self.moments = moments
    self.activations = activations
  }

  public static func < (left: TimelinePlace, right: TimelinePlace) -> Bool {
    left.activations == right.activations
      ? left.moments < right.moments : left.activations < right.activations
  }
}
