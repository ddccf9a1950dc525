/// The limits of a world: exceeding one is a learner-facing error that names it.
public enum Limits {
  /// Requests in flight at once.
  public static let requests = 100_000
  /// Cache nodes, dead ones included.
  public static let nodes = 256
  /// Entries or, by bytes, KiB of one cache node.
  public static let capacity = 100_000_000
  /// Requests of one `herd`.
  public static let herd = 100_000
  /// Requests of one `traffic`.
  public static let traffic = 100_000_000
  /// Keys of one range such as `city:1..1000`.
  public static let keyRange = 1_000_000
  /// Application servers.
  public static let servers = 1_000
  /// Database workers.
  public static let workers = 100_000
  /// Points of one node on the ring.
  public static let vnodes = 100_000
  /// Bytes of a key.
  public static let keyBytes = 1_024
  /// Bytes of a value.
  public static let valueBytes = 65_536
  /// Events that one command may cause before it is stopped.
  public static let eventsPerCommand = 50_000_000
}
