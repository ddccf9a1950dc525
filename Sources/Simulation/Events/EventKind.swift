import CacheEngine

/// What kind of thing happened.
///
/// The raw values are part of every digest: never renumber them.
public enum EventKind: UInt8, Hashable, Sendable, CaseIterable {
  /// A request reached an application server. Value: what it writes, if it writes.
  case requested = 1
  /// The cache had a fresh entry. Value: what it served.
  case hit = 2
  /// The cache had nothing fresh. Reason: absent, expired, crashed or cut off.
  case miss = 3
  /// An expired entry was served on purpose. Number: which look of its request this was, from 1.
  case staleServed = 4
  /// A query was handed to the database: a worker took it at once, or it waits (`queued`).
  case loadStarted = 5
  /// The database finished a load. Value: the row as the worker saw it. Number: 1 if nobody waited.
  case loaded = 6
  /// An entry was put into a cache.
  case filled = 7
  /// The database finished a store. Value: the new row. Number: the row's version.
  case stored = 8
  /// An entry was removed on request, or a removal found nothing (number 0).
  case deleted = 9
  /// An entry left to make room.
  case evicted = 10
  /// A new entry was refused by admission or for its weight.
  case rejected = 11
  /// An entry's time to live ended. It may stay in memory until somebody looks. Number: how long
  /// it lived, in microseconds.
  case expired = 12
  /// A query waits for a worker. Number: how many wait, this one included.
  case queued = 13
  /// Somebody stopped waiting for a query. The query keeps its place.
  case timedOut = 14
  /// A query or a whole read is tried again. Number: which try this is, from 2.
  case retried = 15
  /// A set-if-absent succeeded.
  case lockTaken = 16
  /// A set-if-absent found the key taken.
  case lockRefused = 17
  /// A key that was set if absent ran out of time while its owner still held it.
  case lockExpired = 18
  /// A request waits for the load of another one. Number: how many wait.
  case waiterJoined = 19
  /// A write waits in the queue to be stored.
  case markedDirty = 20
  /// A batch of the queue reached the database. Number: rows.
  case flushed = 21
  /// A promised write is gone. Value: what was promised last. Number: how many writes it stood for.
  case lost = 22
  case nodeJoined = 23
  case nodeLeft = 24
  /// A node's process died: its memory is gone.
  case nodeDied = 25
  /// A key's owner changed. Node: the new owner. Number: the old owner's id.
  case keyMoved = 26
  /// A request was answered. Value: the answer. Number: microseconds since it was asked.
  case answered = 27
  /// A request ended without an answer. Number: microseconds since it was asked.
  case failed = 28
  case nodeRevived = 29
  /// A node cannot be reached, its memory survives.
  case nodeCut = 30
  /// A cut node can be reached again.
  case nodeHealed = 31
  /// The database went away or came back. Number: 1 when it is back.
  case databaseDown = 32
  case databaseUp = 33
  /// A load or store could not be done.
  case queryFailed = 34
  /// A server's process was killed: its request runs nothing more.
  case killed = 35
  /// A database worker took a query from the queue, or at once. Number: 1 if nobody waits for it
  /// any more.
  case workStarted = 36
  /// A set that reached a node which could not keep it (crashed or cut off).
  case setLost = 37
  /// A delete that reached a node which could not do it (crashed or cut off).
  case deleteLost = 38
  /// A request waits for room in the write queue. Number: how many wait.
  case writerWaits = 39
  /// A lock was given back by its owner.
  case lockReleased = 40
  /// A request sleeps. Number: microseconds.
  case slept = 41
  /// A rule of the system was changed by a command.
  case ruleChanged = 42
  /// An entry's time to live was changed.
  case expiryChanged = 43
  /// A batch whose store failed is back in the queue. Number: rows.
  case givenBack = 44
  /// A background request ended in an exception. Number: microseconds since it began.
  case backgroundFailed = 45
  /// Somebody did the placement's job by hand and said where a key lives. Node: the answer.
  /// Number: the id of the node that owns it.
  case placed = 46

  /// The word for logs and filters: `log evicted`.
  public var word: String { "\(self)" }
}

/// Why something happened, with the facts that decided it.
public enum EventReason: Hashable, Sendable {
  case none
  /// The key was never here, or left before.
  case absent
  /// The entry was here, its time was over.
  case expired
  /// The node's process is dead.
  case crashed
  /// The node cannot be reached.
  case unreachable
  /// The database is down.
  case databaseDown
  /// The row does not exist.
  case noRow
  /// Room was needed; the policy's own words.
  case policy(EvictionReason)
  /// Somebody asked for it.
  case asked
  /// The value served differs from the row in the database.
  case behindRow
  /// The time-out ran out.
  case timeout
  /// The listing raised an exception or ran into a limit.
  case listing
  /// Heavier than the whole cache.
  case tooLarge
  /// The cache is full and its policy lets nobody go.
  case full

  /// A word for the digest.
  var word: UInt64 {
    switch self {
    case .none: 0
    case .absent: 1 << 40
    case .expired: 2 << 40
    case .crashed: 3 << 40
    case .unreachable: 4 << 40
    case .databaseDown: 5 << 40
    case .noRow: 6 << 40
    case .policy: 7 << 40
    case .asked: 8 << 40
    case .behindRow: 9 << 40
    case .timeout: 10 << 40
    case .listing: 11 << 40
    case .tooLarge: 12 << 40
    case .full: 13 << 40
    }
  }
}
