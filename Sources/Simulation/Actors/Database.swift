import CacheEngine
import DequeModule

// The database: N workers and one queue.
//
// What makes a stampede hurt is not the number of queries but that they wait: a query takes its
// place in one queue, a worker takes it when it is free, works for a fixed time and answers. A load
// sees the row as it is when the worker takes it, a store changes the row when the worker is done.
// Whoever stops waiting for a query leaves it behind: the database cannot know, so the query keeps
// its place and its worker, and time-outs multiply work.

/// A row and how often it has been stored.
public struct Row: Hashable, Sendable {
  public var value: Symbol
  public var version: UInt64
}

/// What the database is asked to do.
enum QueryKind: UInt8, Sendable {
  case load
  case store
  case storeBatch
}

/// One query: its request may be gone, the query stays.
struct Query: Sendable {
  var kind: QueryKind
  var serial: UInt32
  var requestSlot: UInt32
  var request: RequestID
  var actor: Actor
  var key: Symbol
  var value: Symbol
  /// What the worker saw when it took a load.
  var seen: Row?
  var isWorking = false
  var isAbandoned = false
  /// Whether a cache node asked for it, in order to keep the row: and for how long.
  var isFilling = false
  var fillFor = Value.none
  /// The batch of a storeBatch.
  var batch: [QueuedWrite] = []
}

/// The source of truth behind the cache.
public struct Database: Sendable {
  var rows = SymbolMap<Row>()
  var queries: [Query] = []
  var freeSlots: [UInt32] = []
  var waiting = Deque<UInt32>()
  /// Queries that workers are at.
  public internal(set) var working = 0
  /// False between `down db` and its end.
  public internal(set) var isUp = true
  var nextSerial: UInt32 = 0
  /// Goes up whenever the database goes away, so that answers of before are recognised.
  var outage: UInt32 = 0

  /// Queries that wait for a worker.
  public var queueLength: Int { waiting.count }

  /// How many rows there are.
  public var rowCount: Int { rows.count }

  /// The row of `key`, without asking a worker: for looking, not for requests.
  public func row(of key: Symbol) -> Row? { rows[key] }

  /// The keys of all rows in order of their first store.
  public var keys: [Symbol] { rows.keys }

  mutating func put(_ key: Symbol, value: Symbol) -> Row {
    let row = Row(value: value, version: (rows[key]?.version ?? 0) + 1)
    rows[key] = row
    return row
  }

  /// Queries of a key that wait or are worked at, abandoned ones included.
  public func pendingQueries(of key: Symbol) -> Int {
    queries.reduce(0) { $0 + ($1.serial != 0 && $1.key == key ? 1 : 0) }
  }
}
