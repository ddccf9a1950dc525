import CacheEngine

/// One running listing but for its machine: a flat value, so that reading it copies memory and
/// counts no references.
///
/// The machine is in `World.machines` at the same slot.
struct Request: Sendable {
  /// 0 in a free slot.
  var serial: RequestID = 0
  /// Which of the world's programs it started with, and keeps.
  var program = 0
  var kind = RequestKind.read
  var actor = Actor.learner
  var key = Symbol.none
  var value = Symbol.none
  var startedAt = Tick.zero
  var server = 0
  /// The group whose end somebody waits for.
  var group: UInt32 = 0
  var phase = RequestPhase.ready
  /// The call that it stands in, and what it will answer.
  var call: Call?
  var result = Value.none
  var exception: Exception?
  /// The query that it waits for; `UInt32.max` is none.
  var query = UInt32.max
  var queryTries = 1
  var tries = 1
  /// How often it looked into a cache.
  var looks = 0
  /// The row version that its last load saw or its last store made.
  var rowVersion: UInt64 = 0
  /// The letter of a request that is moved by hand; nil for all others.
  var hand: Hand?
  /// Whether it has entered its server: a second `begin` only lets it run on.
  var hasBegun = false
  /// Cancelled in order to be started again.
  var isRestarting = false
  /// Whether it has taken rows out of the write queue.
  var hasTaken = false
}

/// How a request that is moved by hand is to run on.
struct Hand: Hashable, Sendable {
  var index: Int
  var mode: Mode

  enum Mode: UInt8, Sendable {
    /// Stands before a line and waits for `step` or `finish`.
    case held
    /// Runs to its next line.
    case line
    /// Runs to its end.
    case free
  }
}

/// What a request was asked to do.
public enum RequestKind: UInt8, Hashable, Sendable {
  case read
  case write
  /// A listing's `every` or `spawn`.
  case background
}

/// Where a request stands.
public enum RequestPhase: UInt8, Hashable, Sendable {
  case ready
  /// On its way to a cache node or back.
  case cache
  /// Waits for a database worker or its work.
  case database
  case sleeping
  /// Waits for the load of another request.
  case flight
  /// Waits for room in the write queue.
  case queue
  /// Stands still until it is moved by hand.
  case held
}

/// What the outside may see of a running request.
public struct RequestView: Hashable, Sendable {
  public var id: RequestID
  public var kind: RequestKind
  public var actor: Actor
  public var key: Symbol
  public var phase: RequestPhase
  /// The line of the listing that it stands on, from 1; 0 before it has begun.
  public var line: Int
  public var server: Int
  public var startedAt: Tick
  /// 0 for A, 1 for B … when it is moved by hand.
  public var hand: Int?
  /// Whether it runs the listing that is on screen (and not an older one).
  public var runsCurrentListing: Bool
}
