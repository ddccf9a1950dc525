import CacheEngine

/// One thing that happened in a world: the only language that animation, narration, goals,
/// statistics, log and tests read.
///
/// A flat value: names are symbols, reasons are cases with numbers. Words are made elsewhere.
public struct Event: Hashable, Sendable {
  /// When it happened.
  public var tick: Tick
  /// The activation in which it happened: how many the world had begun by then.
  public var activation: Int
  public var kind: EventKind
  /// Who set it going.
  public var actor: Actor
  /// The request that it belongs to; 0 when it belongs to none.
  public var request: RequestID
  /// The cache node where it happened; -1 elsewhere.
  public var node: NodeID
  /// The key it is about; `Symbol.none` when there is none.
  public var key: Symbol
  /// The value that was served, filled, stored or lost; `Symbol.none` when there is none.
  public var value: Symbol
  /// Why, from whoever decided.
  public var reason: EventReason
  /// A number whose meaning the kind gives: microseconds of an answer, rows of a batch and so on.
  public var number: Int64

  public init(
    tick: Tick, activation: Int, kind: EventKind, actor: Actor, request: RequestID = 0,
    node: NodeID = -1, key: Symbol = .none, value: Symbol = .none,
    reason: EventReason = .none, number: Int64 = 0
  ) {
    self.tick = tick
    self.activation = activation
    self.kind = kind
    self.actor = actor
    self.request = request
    self.node = node
    self.key = key
    self.value = value
    self.reason = reason
    self.number = number
  }

  /// - Parameter mover: who had set the world going before, whoever it is told of.
  func combine(into hash: inout StableHash, mover: Actor) {
    hash.combine(tick)
    // Who typed a command, lesson or learner, makes no other history.
    let actor = mover == .lesson ? Actor.learner : mover
    let small = UInt64(kind.rawValue) | UInt64(actor.rawValue) << 8 | UInt64(request) << 16
    hash.combine(small ^ UInt64(UInt16(bitPattern: node)) << 48)
    hash.combine(UInt64(key.index) | UInt64(value.index) << 32)
    hash.combine(UInt64(bitPattern: number) ^ reason.word)
  }
}

/// The serial number of a request, from 1; 0 is none.
///
/// Never used twice in a world.
public typealias RequestID = UInt32

/// The number of a cache node in order of its first joining; -1 is none.
///
/// Never used twice.
public typealias NodeID = Int16

/// Who set an event going.
public enum Actor: UInt8, Hashable, Sendable, CaseIterable {
  case learner
  case workload
  case lesson
  case timer

  /// The word shown in logs and accepted by `log actor:WORD`.
  public var word: String {
    switch self {
    case .learner: "you"
    case .workload: "traffic"
    case .lesson: "lesson"
    case .timer: "timer"
    }
  }
}
