import CacheEngine
import Simulation

/// What happened at one instant, in one sentence.
public struct Caption: Hashable, Sendable {
  /// The last instant that it tells of.
  public var tick: Tick
  /// The kind of event that it is mainly about: for colour and for pauses.
  public var kind: EventKind
  /// How many events of that kind it stands for.
  public var count: Int
  /// The key that it is about; `Symbol.none` when there are several or none.
  public var key: Symbol
  public var text: String
  /// The places of its events in the stretch that was told.
  public var events: ClosedRange<Int>

  /// The clock and the sentence, as a log shows them: `60.102  20 people get their answer`.
  public func line(in world: World) -> String {
    Words.stamp(tick.ticks(since: world.epoch)) + "  " + text
  }
}

/// Events of one kind at one tick that one sentence can tell.
struct Clump {
  let kind: EventKind
  let node: NodeID
  let reason: EventReason
  let isByHand: Bool
  /// True for a load, a hit on an entry that agrees with its row, a removal that found something.
  let isPlain: Bool
  var events: [(place: Int, event: Event)]

  init(_ event: Event, at place: Int) {
    kind = event.kind
    node = event.node
    reason = Clump.sort(event.reason)
    isByHand = event.request == 0
    isPlain = Clump.isPlain(event)
    events = [(place, event)]
  }

  /// Whether an event can be told in the same sentence.
  func takes(_ event: Event) -> Bool {
    guard kind == event.kind, node == event.node, isByHand == (event.request == 0) else {
      return false
    }
    return reason == Clump.sort(event.reason) && isPlain == Clump.isPlain(event)
  }

  var count: Int { events.count }
  var first: Event { events[0].event }

  /// The key of all events; nil when there are several.
  var key: Symbol? {
    let key = first.key
    return events.allSatisfy { $0.event.key == key } ? key : nil
  }

  var range: ClosedRange<Int> {
    let places = events.map(\.place)
    return (places.min() ?? 0)...(places.max() ?? 0)
  }

  /// Reasons with numbers are told apart by their case alone.
  private static func sort(_ reason: EventReason) -> EventReason {
    if case .policy = reason { return .policy(.chosen) }
    return reason
  }

  private static func isPlain(_ event: Event) -> Bool {
    switch event.kind {
    case .requested: event.value == .none
    case .loadStarted, .deleted: event.number == 1
    default: true
    }
  }
}
