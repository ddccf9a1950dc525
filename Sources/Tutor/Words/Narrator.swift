import CacheEngine
import Simulation

// Events in sentences.
//
// Two hundred misses at one instant are one sentence with a number in it, not two hundred lines.
// Events of a kind at one tick are told together; a question is told together with what it met a
// moment later, a fill together with the answers that follow it. The tone is that of the lessons:
// people ask, a cache has something or not, the database takes its time.

/// Tells a stretch of events in captions.
public struct Narrator: Sendable {
  /// For names; a later state of the world that the events come from will do.
  let world: World
  /// What it has learnt on the way.
  public private(set) var memory: Memory

  /// What a narrator has learnt, for one that goes on with a later state of the same world.
  public struct Memory: Sendable {
    /// Queries that wait at the database; nil until an event tells.
    var waiting: Int?
    /// Requests that write.
    var writers: Set<RequestID> = []

    public init() {}
  }

  /// - Parameter memory: what telling the events before has left behind.
  public init(_ world: World, after memory: Memory = Memory()) {
    self.world = world
    self.memory = memory
  }

  /// Forgets who writes, but for those of these events.
  public mutating func forgetWriters(butOf events: some Sequence<Event>) {
    memory.writers = []
    learn(events)
  }

  /// The captions of a stretch of events, in order.
  ///
  /// O(events).
  public static func captions(of events: some Collection<Event>, in world: World) -> [Caption] {
    var narrator = Narrator(world)
    return narrator.captions(of: events)
  }

  /// The captions of a stretch of events; what it learns about queues is kept for the next one.
  ///
  /// - Parameter last: the last caption of what came before, told again as the first one: what
  ///   follows may belong into its sentence.
  public mutating func captions(
    of events: some Collection<Event>, after last: Caption? = nil
  ) -> [Caption] {
    var captions = last.map { [$0] } ?? []
    var clumps: [Clump] = []
    var tick: Tick?
    for (place, event) in events.enumerated() {
      if let current = tick, event.tick != current {
        tell(clumps, at: current, into: &captions)
        clumps.removeAll(keepingCapacity: true)
      }
      tick = event.tick
      if let index = clumps.lastIndex(where: { $0.takes(event) }) {
        clumps[index].events.append((place, event))
      } else {
        clumps.append(Clump(event, at: place))
      }
    }
    if let tick { tell(clumps, at: tick, into: &captions) }
    return captions
  }

  /// Takes note of what came before, without telling it: who writes.
  public mutating func learn(_ events: some Sequence<Event>) {
    for event in events where event.kind == .requested && event.value != .none {
      memory.writers.insert(event.request)
    }
  }

  /// Takes note of all that telling these events would have left behind, for who tells only what
  /// follows them: who writes, and how many queries wait.
  ///
  /// O(events), and much cheaper than telling.
  public mutating func skip(_ events: some Sequence<Event>) {
    var tick: Tick?
    var arrivals: Set<RequestID> = []
    for event in events {
      if event.tick != tick {
        tick = event.tick
        arrivals.removeAll(keepingCapacity: true)
      }
      switch event.kind {
      case .requested where event.value != .none:
        memory.writers.insert(event.request)
      case .loadStarted: arrivals.insert(event.request)
      case .queued: memory.waiting = Int(event.number)
      case .workStarted where !arrivals.contains(event.request):
        memory.waiting = memory.waiting.map { max(0, $0 - 1) }
      case .databaseDown: memory.waiting = 0
      default: break
      }
    }
  }

  /// Tells what happened at one tick.
  private mutating func tell(_ clumps: [Clump], at tick: Tick, into captions: inout [Caption]) {
    let database = DatabaseMoment(clumps, waiting: memory.waiting)
    memory.waiting = database.waiting
    for clump in clumps {
      if clump.kind == .requested, !clump.isPlain {
        for (_, event) in clump.events { memory.writers.insert(event.request) }
      }
      guard let text = sentence(clump, database) else { continue }
      let caption = Caption(
        tick: tick, kind: clump.kind, count: clump.count, key: clump.key ?? .none, text: text,
        events: clump.range)
      if let last = captions.last, let merged = merge(last, caption, clump) {
        captions[captions.count - 1] = merged
      } else {
        captions.append(caption)
      }
    }
  }

  /// A question and what it met, or a fill and its answers, in one sentence.
  private func merge(_ earlier: Caption, _ later: Caption, _ clump: Clump) -> Caption? {
    guard earlier.count == later.count || later.kind == .answered, earlier.key == later.key,
      later.tick.ticks(since: earlier.tick) <= world.rules.cacheRoundTrip
    else { return nil }
    var merged = later
    merged.events =
      min(
        earlier.events.lowerBound, later.events.lowerBound)...max(
        earlier.events.upperBound, later.events.upperBound)
    switch (earlier.kind, later.kind) {
    case (.requested, .hit), (.requested, .miss), (.requested, .staleServed):
      guard !clump.isByHand, let look = look(clump, isNamed: false) else { return nil }
      merged.text = earlier.text + "; " + look
    case (.filled, .answered), (.deleted, .answered):
      guard later.tick > earlier.tick else { return nil }
      merged.text = later.text + "; " + earlier.text
    default: return nil
    }
    return merged
  }

  // MARK: names

  func name(_ key: Symbol) -> String { key == .none ? "nothing" : world.symbols.text(of: key) }

  func name(ofNode id: NodeID) -> String {
    let index = Int(id)
    return world.nodes.indices.contains(index) ? world.nodes[index].label : "?"
  }

  /// The key of a clump, or how many there are.
  func keys(_ clump: Clump) -> String {
    if let key = clump.key { return name(key) }
    var keys: [Symbol] = []
    for (_, event) in clump.events where keys.count < 1_000 && !keys.contains(event.key) {
      keys.append(event.key)
    }
    guard keys.count > 3 else { return Words.list(keys.map { name($0) }) }
    return keys.count < 1_000 ? Words.count(keys.count, "key") : "many keys"
  }

  /// "you", "somebody" or "200 people", with a verb that fits.
  func people(_ clump: Clump, _ you: String, _ one: String) -> String {
    if clump.count > 1 { return "\(Words.count(clump.count)) people \(you)" }
    return clump.first.actor == .learner ? "you \(you)" : "somebody \(one)"
  }
}

/// How many queries the database took, finished and left waiting at one tick.
struct DatabaseMoment {
  /// Queries that workers took out of the queue.
  var taken = 0
  /// Queries that arrived.
  var arrived = 0
  /// Queries that workers took as they arrived.
  var takenAtOnce = 0
  /// Queries that wait afterwards; nil when nobody has told.
  var waiting: Int?

  init(_ clumps: [Clump], waiting: Int?) {
    self.waiting = waiting
    var arrivals: Set<RequestID> = []
    for clump in clumps where clump.kind == .loadStarted {
      arrived += clump.count
      for (_, event) in clump.events { arrivals.insert(event.request) }
    }
    for clump in clumps {
      switch clump.kind {
      case .queued:
        if let last = clump.events.last?.event { self.waiting = Int(last.number) }
      case .workStarted:
        for (_, event) in clump.events {
          if arrivals.contains(event.request) { takenAtOnce += 1 } else { taken += 1 }
        }
      case .databaseDown: self.waiting = 0
      default: break
      }
    }
    if let length = self.waiting { self.waiting = max(0, length - taken) }
  }
}
