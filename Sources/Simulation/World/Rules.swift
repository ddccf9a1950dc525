import CacheEngine

// The rules that the numbers rest on.
//
// Each of these changes an answer that a lesson asks for, so each is stated, shown by `rules` and,
// where it is a number, changed by `tune`. They are the same in every host of a world.

/// The constants in force in a world; durations in microseconds.
public struct Rules: Hashable, Sendable {
  /// One call to a cache node, there and back; it acts on the node half-way.
  public var cacheRoundTrip: Int64 = 1_000
  /// What a call costs when the node's process is dead: it refuses.
  public var refusal: Int64 = 1_000
  /// What a call costs when the node cannot be reached: the connect time-out.
  public var connectTimeout: Int64 = 50_000
  /// The work of one query; `db latency=` and `slow db` set it.
  public var databaseWork: Int64 = 100_000
  /// How many queries the database works on at once.
  public var databaseWorkers: Int = 20
  /// How long a dead database takes to refuse.
  public var databaseRefusal: Int64 = 1_000
  /// How long a client waits for a query; nil for ever.
  public var clientTimeout: Int64?
  /// How often a client tries again after a time-out.
  public var clientRetries: Int = 0
  /// What is tried again: the query, or the whole read.
  public var retryScope: RetryScope = .query
  /// Places in the write queue; writers wait when it is full.
  public var queueLimit: Int = 1_000

  public init() {}

  public enum RetryScope: String, Hashable, Sendable, CaseIterable {
    case query
    case read
  }

  /// The version of these rules; sessions and goldens name it.
  public static let version = 1
}

/// One constant that `tune` can change.
public struct RuleName: Sendable {
  public let name: String
  public let isDuration: Bool
  public let explanation: String
  public let path: WritableKeyPath<Rules, Int64> & Sendable

  /// Every duration that `tune` changes, by the name it is typed with.
  public static let all: [RuleName] = [
    RuleName(
      name: "cache.latency", isDuration: true,
      explanation: "one call to a cache node, there and back; it acts half-way",
      path: \.cacheRoundTrip),
    RuleName(
      name: "cache.refusal", isDuration: true,
      explanation: "a call to a crashed node: it refuses at once", path: \.refusal),
    RuleName(
      name: "cache.connect", isDuration: true,
      explanation: "a call to a node that cannot be reached: the connect time-out",
      path: \.connectTimeout),
    RuleName(
      name: "db.latency", isDuration: true, explanation: "the work of one query",
      path: \.databaseWork),
    RuleName(
      name: "db.refusal", isDuration: true, explanation: "a query to a database that is down",
      path: \.databaseRefusal),
  ]
}

/// What is true of every world and no number: the sentences that `rules` prints.
public enum StatedRules {
  public static let all: [String] = [
    "A miss evicts before it inserts.",
    "A read does not touch the time to live.",
    "A key whose time is up at a tick is gone for reads at that tick; the entry may stay in memory.",
    "Overwriting an entry counts as asking for it.",
    "LRU evicts the entry that was not asked for longest; LFU the one asked for least, and among "
      + "equals the one that was asked longest ago; FIFO the one that came first.",
    "The database has one queue. A load sees the row as it is when a worker takes it; a store "
      + "changes the row when the worker finishes.",
    "A query that nobody waits for any more keeps its place and its worker.",
    "A crashed node refuses and has lost its memory; a cut node costs the connect time-out and "
      + "keeps its memory.",
    "cache.set(key, None) stores nothing.",
    "cache.load asks the database from the cache node: a load costs 101 ms, and a dead cache an error.",
    "Traffic without a rate sends the next request when the one before is answered.",
    "A process that is killed runs nothing more, not even finally; a request that is cancelled "
      + "does run it.",
    "Commands of the learner act at once; only requests, tick and until make time pass.",
  ]
}
