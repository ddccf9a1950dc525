import CacheEngine
import Keyspace

// The world is one value.
//
// Clock, randomness, clients, application servers, cache nodes, placement, database, queues and
// running requests: one struct. A command, or time going on to the next activation, turns it into
// the next world plus events. Copying it is a snapshot, so undo, stepping back, "who would be
// evicted next?", two lanes and "what if?" are copies and re-runs, not features.
//
// Inside, everything is flat: keys and values are symbols, requests and queries live in slots that
// are used again, and what is to happen next is a heap of trivial items (`Agenda`).

/// A simulated cache cluster with its clients and its database.
public struct World: Sendable {
  /// The instant that has been reached, counted from the world's beginning.
  public internal(set) var now = Tick.zero
  /// Where the clock on screen starts: the end of a lesson's setup.
  public internal(set) var epoch = Tick.zero
  /// How many activations the world has done.
  public internal(set) var activations = 0
  /// How many of them at `now`.
  public internal(set) var activationsAtNow = 0
  /// Everything that happened since the caller last emptied it, in order.
  public internal(set) var events: [Event] = []
  /// A running hash of every event: two worlds with the same digest have the same history.
  public internal(set) var history = StableHash()

  public internal(set) var symbols = SymbolTable()
  public internal(set) var rules = Rules()
  public internal(set) var nodes: [CacheNode] = []
  public internal(set) var placement: Placement
  public internal(set) var placementScheme = "ring"
  public internal(set) var vnodes = 150
  public internal(set) var database = Database()
  /// How many application servers take requests, in turn.
  public internal(set) var servers = 1
  public internal(set) var policy = "lru"
  /// Places of one node, in entries.
  public internal(set) var capacity = 100

  /// The patterns that can be chosen.
  public let patterns: PatternShelf
  public internal(set) var pattern: ActivePattern

  /// Why the listing ended requests: the latest ones.
  public internal(set) var listingFaults: [ListingFault] = []

  var agenda = Agenda()
  var requests: [Request] = []
  /// The machine of each request, by slot.
  var machines: [Machine] = []
  var freeRequests: [UInt32] = []
  /// The slots whose machines the last activation has moved, or what was asked of the world since.
  var moved: [UInt32] = []
  var programs: [Program] = []
  var nextRequest: RequestID = 1
  var nextServer = 0
  var flights: [Flight] = []
  var queueWaiters: [QueueWaiter] = []
  var locks: [HeldLock] = []
  var groups: [Group] = []
  var workloads: [RunningWorkload] = []
  var nextGroup: UInt32 = 1
  var timers: [Timer] = []
  var timerGeneration: UInt32 = 0
  /// False after `flush off`.
  public internal(set) var isFlusherOn = true
  var hands: [UInt32] = []
  /// Whether a guest that has gone in is followed by the next one; see `World+Guests`.
  var admitsGuests = false
  /// The circle position of every symbol seen as a key; the high bit says that it is known.
  var keyHashes: [UInt64] = []
  /// Who gives commands now.
  var commander = Actor.learner
  /// Who set going what is happening now.
  var actor = Actor.learner
  /// Whose doing it is told to be when that is somebody else: commands are given, and what was
  /// given a time ends, while what happened last was another's.
  var teller: Actor?
  var arrivals: SeededRandom
  var tokens: SeededRandom
  var dice: SeededRandom
  let seed: UInt64
  /// What is wrong with this world on purpose; nil in all worlds that people see.
  let defect: Defect?
  /// Which entries' time ends when.
  var watch = ExpiryWatch()

  /// A world with one cache node, A, that runs the pattern `cache-aside` (or the first there is).
  ///
  /// - Parameter defect: what is to be wrong with it, to prove that a lesson would notice.
  /// - Throws: a `WorldError` when the shelf is empty or the first pattern does not compile.
  public init(
    patterns: PatternShelf, seed: UInt64, defect: Defect? = nil
  ) throws(WorldError) {
    self.patterns = patterns
    self.seed = seed
    self.defect = defect
    arrivals = SeededRandom(seed: seed, stream: "arrivals")
    tokens = SeededRandom(seed: seed, stream: "tokens")
    dice = SeededRandom(seed: seed, stream: "dice")
    placement = Placement(scheme: "ring", vnodes: 150, members: [])
    let name = patterns.find("cache-aside") == nil ? patterns.all.first?.name : "cache-aside"
    guard let name, let file = patterns.find(name) else {
      throw .unknownPattern("cache-aside", known: [])
    }
    var symbols = SymbolTable()
    pattern = try ActivePattern(file, symbols: &symbols)
    self.symbols = symbols
    programs = [pattern.program]
    insertNode(label: "A", weight: 1)
    startTimers()
  }

  /// How many requests run.
  public var inFlight: Int { requests.count - freeRequests.count }

  /// When something happens next; nil when nothing will by itself.
  public var nextActivation: Tick? {
    let planned = agenda.first?.tick ?? .never
    let next = Swift.min(planned, watch.next)
    return next == .never ? nil : next
  }

  /// Takes one item off the agenda and does it; false when there is none.
  ///
  /// Entries whose time ends come before everything else that is due at the same tick.
  @discardableResult
  public mutating func activate() -> Bool {
    let planned = agenda.first?.tick ?? .never
    guard Swift.min(planned, watch.next) != .never else { return false }
    if watch.next <= planned {
      move(to: watch.next)
      expireEntries()
      return true
    }
    guard let item = agenda.takeFirst() else { return false }
    move(to: item.tick)
    perform(item)
    return true
  }

  /// Does everything that is due up to and including `tick` and sets the clock to it.
  public mutating func run(until tick: Tick) {
    while let next = nextActivation, next <= tick { activate() }
    if tick > now {
      now = tick
      activationsAtNow = 0
    }
  }

  /// Forgets the events handed out so far; their digest stays.
  public mutating func forgetEvents() {
    events.removeAll(keepingCapacity: true)
  }

  /// The time on the clock: microseconds since `epoch`.
  public var clock: Int64 { now.ticks(since: epoch) }

  /// Sets the clock to zero: what a lesson's setup ends with.
  ///
  /// TTLs keep what is left.
  public mutating func restartClock() {
    epoch = now
    activationsAtNow = 0
  }

  mutating func emit(
    _ kind: EventKind, actor: Actor? = nil, request: RequestID = 0, node: NodeID = -1,
    key: Symbol = .none, value: Symbol = .none, reason: EventReason = .none, number: Int64 = 0
  ) {
    let mover = actor ?? self.actor
    let event = Event(
      tick: now, activation: activations, kind: kind, actor: actor ?? teller ?? mover,
      request: request, node: node, key: key, value: value, reason: reason, number: number)
    event.combine(into: &history, mover: mover)
    events.append(event)
  }

  private mutating func move(to tick: Tick) {
    if tick > now {
      now = tick
      activationsAtNow = 0
    }
    activations += 1
    activationsAtNow += 1
    teller = nil
    if !moved.isEmpty { moved.removeAll(keepingCapacity: true) }
  }

  private mutating func perform(_ item: Activation) {
    switch item.kind {
    case .begin, .resume, .cacheActs:
      let slot = Int(item.slot)
      guard requests[slot].serial == item.generation else { return }
      switch item.kind {
      case .begin: begin(slot)
      case .cacheActs: actOnCache(slot)
      default: resume(slot)
      }
    case .workDone: finishWork(item.slot, serial: item.generation)
    case .queryTimeout: stopWaiting(item.slot, serial: item.generation)
    case .arrival: arrive(group: item.slot)
    case .timer: fireTimer(Int(item.slot), generation: item.generation)
    case .heal:
      teller = .timer
      heal(Int(item.slot), generation: item.generation)
    case .databaseUp:
      teller = .timer
      endOutage(item.generation)
    }
  }
}
