// Everything that a listing can ask of the world, one row a call.
//
// The row is the contract between three sides: the compiler takes names, parameters and defaults
// from it, the world the order of the arguments, and help prints the words. A call is answered by
// `Machine.resume(with:)` with the value that `result` describes, or by `Machine.raise`.

/// The table of calls.
public enum CallCatalog {
  public static let all: [CallSignature] = cache + flight + database + queue + others

  /// The row of a call, in O(1).
  public static func signature(of call: Call) -> CallSignature {
    all[Int(call.rawValue)]
  }

  /// The row of the call that is written `name`.
  public static func signature(named name: String) -> CallSignature? {
    all.first { $0.name == name }
  }

  private static let cache = [
    row(
      .cacheGet, "cache.get", [key, stale],
      "Asks the cache for an entry.",
      "the value; None on a miss. With stale=10s also a value that expired less than 10 s ago, with "
        + "stale=True any that is still kept",
      "1 ms; a cache that is cut off costs its connect time-out",
      "never: a dead cache answers None"),
    row(
      .cacheSet, "cache.set", [key, value, optional("ttl")],
      "Puts an entry into the cache, for as long as ttl says, or without an end.",
      "None. Setting the value None stores nothing", "1 ms", "never: a dead cache loses it"),
    row(
      .cacheSetNX, "cache.set_nx", [key, value, optional("ttl")],
      "Puts an entry into the cache unless there is one.",
      "True if it was put there, False if there was one or the cache is dead", "1 ms", "never"),
    row(
      .cacheDelete, "cache.delete", [key], "Removes an entry.",
      "True if there was one", "1 ms", "never: a dead cache does not hear it"),
    row(
      .cacheDeleteIf, "cache.delete_if", [key, value],
      "Removes an entry if it holds that value.", "True if it did", "1 ms",
      "never: a dead cache does not hear it"),
    row(
      .cacheRemaining, "cache.remaining", [key], "Asks how long an entry stays fresh.",
      "a duration; 0s if it has expired and is still kept; None without an entry or an end",
      "1 ms", "never: a dead cache answers None"),
    row(
      .cacheLoad, "cache.load", [key, optional("ttl")],
      "Asks the cache for an entry; on a miss the cache loads the row by itself and keeps it.",
      "the value; None if there is no such row", "1 ms; with a load 101 ms",
      "Failure when the cache or the database is down; a timeout of the client"),
  ]

  private static let flight = [
    row(
      .flightBegin, "flight.begin", [key],
      "Begins to load for everybody on this application server who wants the key.",
      "True if you are the one who loads, False if somebody does already", "0 ms", "never"),
    row(
      .flightWait, "flight.wait", [key], "Waits for the one who loads.",
      "the value that flight.end was given; None if nobody loads", "until flight.end",
      "Failure when the one who loads fails"),
    row(
      .flightEnd, "flight.end", [key, value],
      "Hands the value to all who wait. While an exception is on its way they fail instead.",
      "None", "0 ms", "never"),
  ]

  private static let database = [
    row(
      .databaseLoad, "db.load", [key, optional("timeout")],
      "Loads a row, as it is when a worker takes the query.",
      "the value; None if there is no such row", "100 ms, after waiting for a worker",
      "Timeout after timeout=; Failure when the database is down, after 1 ms"),
    row(
      .databaseStore, "db.store", [key, value, optional("timeout")],
      "Stores a row; it changes when the worker finishes.",
      "None", "100 ms, after waiting for a worker",
      "Timeout after timeout=; Failure when the database is down, after 1 ms"),
    row(
      .databaseStoreAll, "db.store_all", [list("batch"), optional("timeout")],
      "Stores all rows of a batch that queue.take gave.",
      "None", "100 ms a batch of up to 100 rows, after waiting for a worker",
      "Timeout after timeout=; Failure when the database is down, after 1 ms"),
  ]

  private static let queue = [
    row(
      .queuePut, "queue.put", [key, value],
      "Queues a row to be stored; a second value of the same key replaces the first.",
      "None", "0 ms; when the queue is full, until there is room", "never"),
    row(
      .queueGet, "queue.get", [key], "Looks for a row that is queued or on its way.",
      "its value, or None", "0 ms", "never"),
    row(
      .queueTake, "queue.take", [count("n")], "Takes up to n rows, the oldest first.",
      "a list of [key, value] pairs, empty if nothing is queued", "0 ms", "never"),
    row(
      .queueDone, "queue.done", [list("batch")], "Says that the rows of a batch are stored.",
      "None", "0 ms", "never"),
    row(
      .queueSize, "queue.size", [], "Counts the rows that are queued.", "a number", "0 ms",
      "never"),
  ]

  private static let others = [
    row(
      .sleep, "sleep", [.init(name: "duration", kind: .duration, defaultValue: nil)],
      "Waits.", "None", "as long as it says", "never"),
    row(.now, "now", [], "Reads the clock.", "the duration since the start", "0 ms", "never"),
    row(
      .random, "random", [], "Rolls a die.", "a decimal above 0 and below 1", "0 ms", "never"),
    row(
      .token, "token", [], "Makes a name that nobody else has.", "a text", "0 ms", "never"),
  ]

  private static let key = CallSignature.Parameter(name: "key", kind: .key, defaultValue: nil)
  private static let value = CallSignature.Parameter(
    name: "value", kind: .value, defaultValue: nil)
  private static let stale = CallSignature.Parameter(
    name: "stale", kind: .staleness, defaultValue: .bool(false))

  private static func optional(_ name: String) -> CallSignature.Parameter {
    .init(name: name, kind: .optionalDuration, defaultValue: Value.none)
  }

  private static func count(_ name: String) -> CallSignature.Parameter {
    .init(name: name, kind: .count, defaultValue: nil)
  }

  private static func list(_ name: String) -> CallSignature.Parameter {
    .init(name: name, kind: .list, defaultValue: nil)
  }

  private static func row(
    _ call: Call, _ name: String, _ parameters: [CallSignature.Parameter], _ summary: String,
    _ result: String, _ latency: String, _ failure: String
  ) -> CallSignature {
    CallSignature(
      call: call, name: name, parameters: parameters, summary: summary, result: result,
      latency: latency, failure: failure)
  }
}
