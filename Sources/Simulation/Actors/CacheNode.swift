import CacheEngine

/// One cache server of the cluster.
public struct CacheNode: Sendable {
  /// Its number, in order of first joining; never used twice in a world.
  public let id: NodeID
  /// The name that learners type: `A`, `B` and so on.
  public let label: String
  /// Its share of the ring compared with the others.
  public var weight: Int
  public var cache: Cache
  public internal(set) var state: State = .up
  /// Whether keys are placed on it.
  public internal(set) var isMember = true
  /// Writes that were promised and are not in the database yet.
  public internal(set) var queue = WriteQueue()
  /// Goes up with every cut, so that an old healing does not end a new cut.
  var cuts: UInt32 = 0

  /// Whether the node answers.
  public enum State: UInt8, Hashable, Sendable {
    case up
    /// The process is dead: it refuses, its memory is gone.
    case crashed
    /// It cannot be reached; its memory survives.
    case cut
  }
}
