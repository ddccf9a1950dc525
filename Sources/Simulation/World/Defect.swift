// Worlds with a known fault.
//
// A lesson's proof says that its goals can be reached. It does not say that they could not be
// reached as well if the thing that the lesson teaches were missing: a lesson on eviction whose
// goals hold under any policy teaches nothing. So the engine can be built wrong on purpose, in one
// named way at a time, and a lesson must fail in every wrong world that it claims to tell apart.

/// One way in which a world can be wrong on purpose.
public enum Defect: String, Hashable, Sendable, CaseIterable {
  /// Every put has a place of its own: no write replaces another.
  case queueNotKeyed = "queue-not-keyed"
  /// A crash leaves the write queue as it is.
  case crashSparesQueue = "crash-spares-queue"
  /// A crash leaves the entries as they are.
  case crashSparesMemory = "crash-spares-memory"
  /// The flusher comes round and does nothing.
  case flushNever = "flush-never"
  /// A batch has one row, whatever was asked for.
  case batchOfOne = "batch-of-one"
  /// `queue.put` stores the row before it answers.
  case storeBeforeAnswer = "store-before-answer"
  /// A full queue takes more.
  case noBackPressure = "no-back-pressure"
  /// A batch whose store fails does not go back.
  case failedBatchDropped = "failed-batch-dropped"
  /// Whoever came first leaves first, where the rule is LRU.
  case fifoForLRU = "fifo-for-lru"
  /// A node has one place more than it says.
  case capacityOffByOne = "capacity-off-by-one"
  /// Entries never end.
  case noTTL = "no-ttl"
  /// Keys are placed by remainder, where the rule is the ring.
  case moduloForRing = "modulo-for-ring"
  /// A node has one point on the ring, however many were asked for.
  case onePoint = "one-point"
  /// A lock is given to everybody who asks.
  case noLock = "no-lock"
  /// `cache.delete` does nothing.
  case deleteDoesNothing = "delete-does-nothing"
  /// What the cache loads by itself it does not keep.
  case loaderKeepsNothing = "loader-keeps-nothing"
  /// Counts never count: LRU runs where the rule is one of the LFU family.
  case lruForLFU = "lru-for-lfu"
  /// Nobody looks at a bit: FIFO runs where the rule has a hand.
  case noBits = "no-bits"
  /// LRU runs where the rule remembers names or weighs newcomers up.
  case noGhosts = "no-ghosts"
  /// The whole cache is looked at, where the rule draws a few by lot.
  case exactSamples = "exact-samples"
  /// A node has one place less than it says.
  case capacityOneShort = "capacity-one-short"
  /// The database works at every query at once: nothing ever waits.
  case endlessWorkers = "endless-workers"
  /// A query that nobody waits for any more gives up its place and its worker.
  case abandonedQueryLeaves = "abandoned-query-leaves"
  /// Every flight takes off, whoever is on the way already.
  case noCoalescing = "no-coalescing"
  /// All application servers share one table of flights.
  case flightForAll = "flight-for-all"
  /// A lock has no time to live.
  case lockNeverEnds = "lock-never-ends"
  /// `cache.delete_if` does not look at the token.
  case releaseAnyLock = "release-any-lock"
  /// What has expired is not served, whatever the window.
  case neverStale = "never-stale"
  /// What has expired is served for ever, whatever the window.
  case endlessWindow = "endless-window"
  /// `random()` never draws a number that makes anybody reload early.
  case neverEarly = "never-early"
  /// `random()` draws nothing but numbers that make everybody reload early.
  case alwaysEarly = "always-early"
  /// Keys are placed on a ring, where the rule is the remainder.
  case ringForModulo = "ring-for-modulo"
  /// Keys go to the nearest point, either way, where the rule is the ring.
  case nearestForRing = "nearest-for-ring"
  /// Every node weighs the same.
  case noWeights = "no-weights"

  /// What is wrong, in a few words.
  public var summary: String {
    switch self {
    case .queueNotKeyed: "no write replaces another in the queue"
    case .crashSparesQueue: "the write queue survives a crash"
    case .crashSparesMemory: "entries survive a crash"
    case .flushNever: "the flusher does nothing"
    case .batchOfOne: "a batch has one row"
    case .storeBeforeAnswer: "a queued write is stored before it is answered"
    case .noBackPressure: "a full queue takes more"
    case .failedBatchDropped: "a batch whose store fails is dropped"
    case .fifoForLRU: "FIFO runs in place of LRU"
    case .capacityOffByOne: "a cache has one place too many"
    case .noTTL: "entries never expire"
    case .moduloForRing: "keys are placed by remainder, not on a ring"
    case .onePoint: "a node has one point on the ring"
    case .noLock: "a lock is given to everybody"
    case .deleteDoesNothing: "cache.delete does nothing"
    case .loaderKeepsNothing: "cache.load keeps nothing"
    case .lruForLFU: "LRU runs in place of LFU, aged or sampled"
    case .noBits: "FIFO runs in place of CLOCK, SIEVE and S3-FIFO"
    case .noGhosts: "LRU runs in place of 2Q, ARC, S3-FIFO and W-TinyLFU"
    case .exactSamples: "exact LRU and LFU run in place of the sampled ones"
    case .capacityOneShort: "a cache has one place too few"
    case .endlessWorkers: "the database works at every query at once"
    case .abandonedQueryLeaves: "a query that nobody waits for leaves the database"
    case .noCoalescing: "nobody waits for a load that is on its way"
    case .flightForAll: "all application servers share their loads"
    case .lockNeverEnds: "a lock has no time to live"
    case .releaseAnyLock: "a lock is released without looking at the token"
    case .neverStale: "what has expired is never served"
    case .endlessWindow: "what has expired is served for ever"
    case .neverEarly: "nobody reloads early"
    case .alwaysEarly: "everybody reloads early"
    case .ringForModulo: "keys are placed on a ring, not by remainder"
    case .nearestForRing: "keys go to the nearest point, not clockwise"
    case .noWeights: "every node weighs the same"
    }
  }

  /// The defect with this name; nil when there is none.
  public static func named(_ name: String) -> Defect? { Defect(rawValue: name) }
}

extension World {
  /// The policy that really runs under a name.
  func policyInForce(_ name: String) -> String {
    switch (defect, name) {
    case (.fifoForLRU, "lru"), (.noBits, "clock"), (.noBits, "sieve"), (.noBits, "s3-fifo"): "fifo"
    case (.lruForLFU, "lfu"), (.lruForLFU, "lfuda"), (.exactSamples, "sampled-lru"): "lru"
    case (.noGhosts, "2q"), (.noGhosts, "arc"), (.noGhosts, "s3-fifo"), (.noGhosts, "w-tinylfu"):
      "lru"
    case (.lruForLFU, "sampled-lfu"): "sampled-lru"
    case (.exactSamples, "sampled-lfu"): "lfu"
    default: name
    }
  }

  /// The places that a node really has.
  func placesInForce(_ places: Int) -> Int {
    switch defect {
    case .capacityOffByOne: places + 1
    case .capacityOneShort: Swift.max(Swift.min(1, places), places - 1)
    default: places
    }
  }

  /// The rule that really places keys under a name.
  func placementInForce(_ scheme: String) -> String {
    switch (defect, scheme) {
    case (.moduloForRing, "ring"): "modulo"
    case (.ringForModulo, "modulo"): "ring"
    case (.nearestForRing, "ring"): "nearest"
    default: scheme
    }
  }

  /// The number that `random()` really gives.
  func drawInForce(_ draw: Double) -> Double {
    switch defect {
    case .neverEarly: 1
    case .alwaysEarly: 0x1p-54
    default: draw
    }
  }
}
