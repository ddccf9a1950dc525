import CacheEngine
import Simulation
import Tutor

// Lanes get the same arrivals, so the n-th request of one is the n-th of every other: their outcomes
// are compared request by request, whoever is answered first.

/// What each request met in each lane, and the first one that met something else.
public struct LaneHistory: Hashable, Sendable {
  /// What a request met when it first looked, or how it ended without a look.
  public enum Outcome: UInt8, Hashable, Sendable {
    case pending, hit, miss, stale, answered, failed
  }

  /// One lane.
  struct Lane: Hashable, Sendable {
    var outcomes: [Outcome] = []
    /// What each request asked for.
    var keys: [Symbol] = []
    /// The place of each request that is on its way.
    var places: [RequestID: Int] = [:]
    /// What the last request was about.
    var focus = Symbol.none
  }

  /// More requests than this are not compared.
  static let limit = 20_000

  private(set) var lanes: [Lane] = []
  /// The place, from 0, of the first request that met something else in another lane.
  public private(set) var firstDifference: Int?
  private var compared = 0

  public init() {}

  /// How many requests have arrived in every lane.
  public var arrivals: Int { lanes.map(\.outcomes.count).min() ?? 0 }

  /// Whether every lane was asked for the same number of things so far.
  public var isInStep: Bool { Set(lanes.map(\.outcomes.count)).count < 2 }

  /// Begins anew when there are more lanes than before, or fewer.
  mutating func follow(_ stage: Stage) {
    let count = stage.rivals.isEmpty ? 0 : stage.rivals.count + 1
    guard lanes.count != count else { return }
    self = LaneHistory()
    lanes = Array(repeating: Lane(), count: count)
  }

  /// Takes note of what one beat showed.
  mutating func add(_ beat: Beat, in stage: Stage) {
    if beat.begins?.hasPrefix("compare") == true { self = LaneHistory() }
    follow(stage)
    guard !lanes.isEmpty else { return }
    for (index, events) in ([beat.events] + beat.rivals).enumerated()
    where lanes.indices.contains(index) {
      for event in events { lanes[index].add(event) }
    }
    compare()
  }

  private mutating func compare() {
    while firstDifference == nil, lanes.allSatisfy({ $0.hasOutcome(compared) }) {
      let outcomes = lanes.map { $0.outcomes[compared] }
      if outcomes.contains(where: { $0 != outcomes[0] }) { firstDifference = compared }
      compared += 1
    }
  }
}

extension LaneHistory.Lane {
  func hasOutcome(_ place: Int) -> Bool {
    outcomes.indices.contains(place) && outcomes[place] != .pending
  }

  mutating func add(_ event: Event) {
    guard event.request != 0 else { return }
    if event.key != .none, event.kind != .lockTaken { focus = event.key }
    switch event.kind {
    case .requested:
      guard outcomes.count < LaneHistory.limit else { return }
      places[event.request] = outcomes.count
      outcomes.append(.pending)
      keys.append(event.key)
    case .hit: set(.hit, event.request)
    case .miss: set(.miss, event.request)
    case .staleServed: set(.stale, event.request)
    case .answered:
      set(.answered, event.request)
      places[event.request] = nil
    case .failed:
      if let place = places[event.request] { outcomes[place] = .failed }
      places[event.request] = nil
    default: break
    }
  }

  /// The first look counts: who waits for somebody else's load has missed.
  private mutating func set(_ outcome: LaneHistory.Outcome, _ request: RequestID) {
    guard let place = places[request], outcomes[place] == .pending else { return }
    outcomes[place] = outcome
  }
}
