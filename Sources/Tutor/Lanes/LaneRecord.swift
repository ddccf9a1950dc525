import CacheEngine
import Simulation

// What one lane did, request by request.
//
// Lanes get the same requests in the same order, so the n-th request of one can be laid beside the
// n-th of another. A record keeps of each request a hash of what it met until all lanes have
// answered it; where the hashes part, the lanes part. The requests themselves are hashed too: as
// long as those hashes agree, the lanes have been compared on the same traffic.

/// The requests of one lane, and what they came to.
struct LaneRecord: Hashable, Sendable {
  /// What one request, or one thing done by hand, met.
  ///
  /// Flat, because there may be a hundred thousand of them before the other lane has caught up.
  struct Outcome: Hashable, Sendable {
    /// 0 for what was done by hand.
    let request: RequestID
    /// The highest number so far, its own among them: never falls from one outcome to the next.
    let order: RequestID
    let key: Symbol
    let startedAt: Tick
    let isWrite: Bool
    /// Of every look, victim and answer, in order.
    var hash = StableHash()
    /// What the first look met; nil before one.
    var look: EventKind?
    var looks: UInt16 = 0
    /// The first that had to leave for it, and how many had to.
    var victim = Symbol.none
    var victims: UInt16 = 0
    var value = Symbol.none
    /// Answered or failed, and after how many microseconds; nil while it runs.
    var end: EventKind?
    var latency: Int64 = 0
    var isOver: Bool { end != nil || request == 0 }
  }

  /// What has happened in the lane.
  private(set) var tally = Tally()
  /// How many requests there have been.
  private(set) var arrivals = 0
  /// The hash of what was asked for, in order.
  private(set) var stream = StableHash()
  /// The same with the instants: equal as long as nobody waited for an answer to ask again.
  private(set) var timedStream = StableHash()
  /// What has not been compared yet, oldest first; those before `first` have.
  private var outcomes: [Outcome] = []
  private var first = 0
  /// False once it is known where the lanes part.
  private var compares = true
  private let beginning: Tick
  /// The highest number of a request so far.
  private var latest: RequestID = 0
  /// Those that came after a higher number, and how many outcomes there were before each.
  private var strays: [RequestID: Int] = [:]
  /// How many outcomes have been taken out of the list.
  private var dropped = 0

  init(since beginning: Tick) {
    self.beginning = beginning
  }

  /// The oldest outcome that has not been compared; nil when there is none.
  var next: Outcome? { first < outcomes.count ? outcomes[first] : nil }

  /// The oldest outcome agrees with those of the other lanes.
  mutating func dropNext() {
    if !strays.isEmpty { strays[outcomes[first].request] = nil }
    first += 1
    guard first > 4_096, 2 * first > outcomes.count else { return }
    outcomes.removeFirst(first)
    dropped += first
    first = 0
  }

  /// Nothing more is compared: requests are only counted.
  mutating func stopComparing() {
    compares = false
    outcomes = []
    strays = [:]
    first = 0
  }

  /// Takes note of what has happened.
  mutating func add(_ events: some Sequence<Event>, in symbols: SymbolTable) {
    for event in events {
      tally.add(event)
      add(event, symbols)
    }
  }

  private mutating func add(_ event: Event, _ symbols: SymbolTable) {
    if event.kind == .requested {
      begin(event, symbols)
      return
    }
    guard compares else { return }
    switch event.kind {
    case .hit, .miss, .staleServed, .evicted, .rejected, .answered, .failed: break
    default: return
    }
    if event.request == 0 {
      guard event.actor != .timer else { return }
      var outcome = Outcome(
        request: 0, order: latest, key: event.key, startedAt: event.tick, isWrite: false)
      outcome.add(event, symbols)
      outcomes.append(outcome)
    } else if let index = index(of: event.request) {
      outcomes[index].add(event, symbols)
    }
  }

  private mutating func begin(_ event: Event, _ symbols: SymbolTable) {
    guard event.actor != .timer else { return }
    arrivals += 1
    let word = symbols.word(of: event.key) ^ (event.value == .none ? 0 : 1)
    stream.combine(word)
    timedStream.combine(word)
    timedStream.combine(event.tick.ticks(since: beginning))
    guard compares else { return }
    // A request that is begun by hand is told of at once, before those that stand on the agenda.
    if event.request < latest { strays[event.request] = dropped + outcomes.count }
    latest = max(latest, event.request)
    outcomes.append(
      Outcome(
        request: event.request, order: latest, key: event.key, startedAt: event.tick,
        isWrite: event.value != .none))
  }

  /// O(log of those that are still to be compared).
  private func index(of request: RequestID) -> Int? {
    if let stray = strays[request] { return stray - dropped }
    var low = first
    var high = outcomes.count
    while low < high {
      let middle = (low + high) / 2
      if outcomes[middle].order < request { low = middle + 1 } else { high = middle }
    }
    return low < outcomes.count && outcomes[low].request == request ? low : nil
  }
}

extension LaneRecord.Outcome {
  /// Takes note of what the request met.
  fileprivate mutating func add(_ event: Event, _ symbols: SymbolTable) {
    hash.combine(UInt64(event.kind.rawValue))
    hash.combine(symbols.word(of: event.key))
    switch event.kind {
    case .hit, .miss, .staleServed:
      look = look ?? event.kind
      looks += looks == .max ? 0 : 1
    case .evicted, .rejected:
      // How a victim was chosen, and on which node, is no outcome.
      if victims == 0 { victim = event.key }
      victims += victims == .max ? 0 : 1
      return
    default:
      end = event.kind
      latency = event.number
      hash.combine(event.tick.ticks(since: startedAt))
    }
    value = event.value
    hash.combine(symbols.word(of: event.value))
  }

  /// `a miss, b leaves, 102 ms`.
  ///
  /// - Parameter tellsValue: whether the answer itself is worth telling.
  func text(in world: World, tellsValue: Bool) -> String {
    var parts: [String] = []
    switch look {
    case .hit?: parts.append("a hit")
    case .miss?: parts.append("a miss")
    case .staleServed?: parts.append("an old value")
    default: break
    }
    if looks > 1 { parts.append(Words.count(Int(looks) - 1, "more look")) }
    if victims == 1 { parts.append("\(world.text(victim)) leaves") }
    if victims > 1 { parts.append("\(Words.count(victims)) leave") }
    if tellsValue { parts.append(value == .none ? "gets nothing" : "gets \(world.text(value))") }
    switch end {
    case .answered?: parts.append(Words.latency(latency))
    case .failed?: parts.append("an error after \(Words.latency(latency))")
    default: break
    }
    return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
  }
}

extension SymbolTable {
  /// The same number for the same bytes, whatever symbol they have here.
  fileprivate func word(of symbol: Symbol) -> UInt64 {
    symbol == .none ? 0 : hash(of: symbol)
  }
}

extension StableHash {
  fileprivate mutating func combine(_ ticks: Int64) { combine(UInt64(bitPattern: ticks)) }
}
