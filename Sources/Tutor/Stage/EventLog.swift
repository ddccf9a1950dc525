import Simulation

/// The latest events in order, the oldest forgotten beyond a limit.
public struct EventLog: Sendable {
  /// How many events are kept at least; up to twice as many are.
  public static let limit = 50_000

  public private(set) var events: [Event] = []
  /// How many events came before the first one that is kept.
  public private(set) var forgotten = 0

  public init() {}

  mutating func append(_ new: [Event]) {
    if new.count >= EventLog.limit {
      forgotten += events.count + new.count - EventLog.limit
      events = Array(new.suffix(EventLog.limit))
      return
    }
    events.append(contentsOf: new)
    if events.count > 2 * EventLog.limit {
      let surplus = events.count - EventLog.limit
      events.removeFirst(surplus)
      forgotten += surplus
    }
  }
}
