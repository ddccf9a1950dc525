import CacheEngine
import Simulation

/// Watches a running world for the end that a command waits for.
///
/// The live world and the playhead's copy of it use the same watch, so that both stop at the very
/// same activation.
public struct RunWatch: Sendable {
  private let condition: RunCondition
  /// The tick at which a timed run ends.
  public let end: Tick?
  private var hasStopped = false
  private var answered = 0
  /// After how many activations a line was looked at last.
  private var lookedAt: Int?

  init(_ condition: RunCondition, stage: Stage) {
    self.init(condition, world: stage.world)
  }

  /// A watch that begins with this world.
  public init(_ condition: RunCondition, world: World) {
    self.condition = condition
    if case .ticks(let ticks) = condition {
      end = world.now.advanced(by: ticks)
    } else {
      end = nil
    }
  }

  /// Whether it waits for something to happen, and not for a place or a number.
  public var isAboutEvents: Bool {
    if case .until(.event) = condition { true } else { false }
  }

  /// Whether nothing that happens meanwhile brings the end nearer.
  var mayWaitForEver: Bool {
    switch condition {
    case .until(.answered): false
    case .until: true
    default: false
    }
  }

  /// Whether the next activation still belongs to the run.
  public func mayActivate(_ world: World) -> Bool {
    guard let end else { return true }
    guard let next = world.nextActivation else { return false }
    return next <= end
  }

  /// Whether the run is over.
  public func isOver(_ world: World) -> Bool {
    switch condition {
    case .nothing: true
    case .group(let group): world.isOver(group)
    case .hand(let index): !world.isMovingByHand(index)
    case .guests: !world.isAdmittingGuests
    case .ticks: false
    case .until: hasStopped
    }
  }

  /// Looks at what the last activation did.
  public mutating func see(_ world: World, from index: Int) {
    guard case .until(let stop) = condition else { return }
    switch stop {
    case .event(let kinds):
      hasStopped = world.events[index...].contains { kinds.contains($0.kind) }
    case .line(let line):
      // Nobody stood there after the activation before: so only those count that this one moved.
      let isNext = !hasStopped && lookedAt.map { $0 + 1 == world.activations } ?? false
      hasStopped = isNext ? world.hasComeTo(line: line) : world.stands(onLine: line)
      lookedAt = world.activations
    case .queueAbove(let limit):
      hasStopped = world.database.queueLength > limit
    case .answered(let limit):
      answered += world.events[index...].reduce(0) { $0 + ($1.kind == .answered ? 1 : 0) }
      hasStopped = answered >= limit
    }
  }
}

extension World {
  fileprivate func stands(onLine number: Int) -> Bool {
    let counts = standing
    return counts.indices.contains(number - 1) && counts[number - 1] > 0
  }
}
