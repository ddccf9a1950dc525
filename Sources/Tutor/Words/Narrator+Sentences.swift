import CacheEngine
import Simulation

extension Narrator {
  /// The sentence for events of a kind; nil for what other sentences already say.
  func sentence(_ clump: Clump, _ database: DatabaseMoment) -> String? {
    switch clump.kind {
    case .queued, .workStarted, .ruleChanged, .expiryChanged: nil
    case .requested: asked(clump)
    case .hit, .miss, .staleServed: look(clump, isNamed: true)
    case .loadStarted: started(clump, database)
    case .loaded: loaded(clump, database)
    case .stored, .flushed: stored(clump)
    case .filled, .deleted, .evicted, .rejected, .expired: entry(clump)
    case .timedOut, .retried, .answered, .failed, .slept, .killed, .waiterJoined: person(clump)
    case .backgroundFailed: "what runs in the background ends" + failure(clump)
    case .lockTaken, .lockRefused, .lockExpired, .lockReleased: lock(clump)
    case .markedDirty, .lost, .writerWaits, .setLost, .deleteLost, .givenBack: promise(clump)
    case .nodeJoined, .nodeLeft, .nodeDied, .nodeRevived, .nodeCut, .nodeHealed, .keyMoved,
      .placed:
      cluster(clump)
    case .databaseDown:
      clump.first.number < 0
        ? "the database goes away"
        : "the database goes away for " + Words.duration(clump.first.number)
    case .databaseUp: "the database is back"
    case .queryFailed:
      clump.count == 1
        ? "the database refuses \(keys(clump))"
        : "the database refuses \(Words.count(clump.count, "query", "queries"))"
    }
  }

  private func asked(_ clump: Clump) -> String {
    guard !clump.isPlain else { return "\(people(clump, "ask", "asks")) for \(keys(clump))" }
    guard clump.count == 1 else { return "\(people(clump, "write", "writes")) to \(keys(clump))" }
    return "\(people(clump, "write", "writes")) \(name(clump.first.value)) to \(keys(clump))"
  }

  // MARK: looks

  /// What looks into a cache met; the key is left out where the question has just named it.
  func look(_ clump: Clump, isNamed: Bool) -> String? {
    let node = name(ofNode: clump.node)
    let key = isNamed ? keys(clump) : "it"
    if clump.isByHand {
      let found = clump.kind == .miss ? "nothing" : name(clump.first.value)
      return "you look up \(keys(clump)) in cache \(node): \(found)"
    }
    switch clump.kind {
    case .hit:
      let hits = clump.count == 1 ? "a hit" : Words.count(clump.count, "hit")
      let old = clump.reason == .behindRow ? ", and older than the row" : ""
      return "cache \(node) has \(key): \(hits)\(old)"
    case .staleServed:
      return "cache \(node) still has the old \(isNamed ? key : "value"): "
        + (clump.count == 1 ? "served stale" : "\(Words.count(clump.count)) times served stale")
    default:
      let misses = clump.count == 1 ? "a miss" : Words.count(clump.count, "miss", "misses")
      return miss(clump, node, isNamed ? " for \(key)" : "", key) + ": " + misses
    }
  }

  private func miss(_ clump: Clump, _ node: String, _ suffix: String, _ key: String) -> String {
    switch clump.reason {
    case .expired: "the cache has nothing fresh" + suffix
    case .crashed: "node \(node) is dead and refuses" + suffix
    case .unreachable: "node \(node) cannot be reached" + suffix
    default: "cache \(node) does not have \(key)"
    }
  }

  // MARK: the database

  private func started(_ clump: Clump, _ database: DatabaseMoment) -> String {
    let waits = database.waiting.map { $0 > 0 ? "; \(Words.count($0)) wait" : "" } ?? ""
    if clump.count == 1 {
      let what = query(clump)
      return database.takenAtOnce > 0 || database.arrived > 1
        ? "the database takes \(what)" : "\(what) waits at the database: \(place(database))"
    }
    let queries =
      clump.isPlain ? Words.count(clump.count, "load") : Words.count(clump.count, "store")
    guard database.takenAtOnce < clump.count else { return "the database takes \(queries)" }
    let taken =
      database.takenAtOnce == 0
      ? "its workers are busy" : "it works at \(Words.count(database.takenAtOnce)) of them"
    return "\(queries) go to the database: \(taken)\(waits)"
  }

  private func place(_ database: DatabaseMoment) -> String {
    database.waiting.map { "\(Words.count($0)) in the queue" } ?? "all workers are busy"
  }

  private func query(_ clump: Clump) -> String {
    if clump.first.key == .none { return "a batch" }
    return (clump.isPlain ? "the load of " : "the store of ") + keys(clump)
  }

  private func loaded(_ clump: Clump, _ database: DatabaseMoment) -> String {
    var text: String
    if clump.count > 1 {
      text = "the database finishes \(Words.count(clump.count, "load"))"
    } else if clump.reason == .noRow {
      text = "the database has no row \(keys(clump))"
    } else {
      text = "the database finishes the load of \(keys(clump)): \(name(clump.first.value))"
    }
    let unwanted = clump.events.count { $0.event.number == 1 }
    if unwanted == clump.count {
      text += ", for nobody"
    } else if unwanted > 0 {
      text += ", \(Words.count(unwanted)) of them for nobody"
    }
    return text + taking(database)
  }

  /// What the workers take up next.
  private func taking(_ database: DatabaseMoment) -> String {
    guard database.taken > 0 else { return "" }
    let waits = database.waiting.map { $0 > 0 ? "; \(Words.count($0)) wait" : "" } ?? ""
    return " and takes \(Words.count(database.taken)) more" + waits
  }

  private func stored(_ clump: Clump) -> String {
    if clump.kind == .flushed {
      return "a batch of \(Words.count(Int(clump.first.number), "row")) is stored"
    }
    return clump.count == 1
      ? "the database stores \(name(clump.first.value)) for \(keys(clump))"
      : "the database stores \(Words.count(clump.count, "row"))"
  }

  // MARK: people

  private func person(_ clump: Clump) -> String? {
    switch clump.kind {
    case .answered: answered(clump)
    case .failed:
      clump.reason == .crashed
        ? nil : "\(people(clump, "get", "gets")) an error" + failure(clump)
    case .timedOut:
      "\(people(clump, "stop waiting", "stops waiting")) for \(keys(clump)); "
        + (clump.count == 1 ? "the query stays" : "their queries stay")
    case .retried: "\(people(clump, "try", "tries")) again"
    case .slept:
      "\(people(clump, "wait", "waits")) \(Words.duration(clump.first.number)) to look again"
    case .killed:
      "the process on line \(clump.first.number) is killed: it runs nothing more"
    default:
      "\(people(clump, "wait", "waits")) for somebody else's load of \(keys(clump))"
    }
  }

  private func answered(_ clump: Clump) -> String {
    let times = clump.events.map(\.event.number)
    let isOne = times.allSatisfy { $0 == times[0] }
    let after = isOne ? " after " + Words.latency(times[0]) : ""
    guard clump.count == 1 else { return "\(people(clump, "get", "gets")) their answer" + after }
    let event = clump.first
    if memory.writers.contains(event.request) {
      return (event.actor == .learner ? "your write" : "a write") + " of \(keys(clump)) is answered"
        + after
    }
    let value = event.value == .none ? "nothing" : name(event.value)
    return "\(people(clump, "get", "gets")) \(value) for \(keys(clump))" + after
  }

  private func failure(_ clump: Clump) -> String {
    switch clump.reason {
    case .timeout: ": it took too long"
    case .databaseDown: ": the database is away"
    case .unreachable: ": the cache does not answer, and nobody else is asked"
    case .listing: fault(of: clump.first.request) ?? ": the listing ended in an exception"
    case .full: ": too many requests are in flight"
    default: ""
    }
  }

  /// What the listing did wrong, and on which line; nil when the world remembers it no more.
  private func fault(of request: RequestID) -> String? {
    world.listingFault(of: request).map { ": " + $0.sentence(world.symbols) }
  }
}
