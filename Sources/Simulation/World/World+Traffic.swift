import CacheEngine

// Traffic: requests that nobody types one by one.
//
// Every read, write, herd or workload is a group: whoever started it can wait until the group has
// nothing left to send and nothing in flight. Without a rate a workload sends its next request when
// the one before is answered ("in turn"); with a rate it sends at its own pace, whatever the
// answers do ("open loop"), and gives two lanes the same arrivals.

/// Names a group of requests.
public typealias GroupID = UInt32

/// What was started together.
struct Group: Sendable {
  var id: GroupID
  var actor: Actor
  var inFlight = 0
  var workload: RunningWorkload?

  var isOver: Bool { inFlight == 0 && workload == nil }
}

/// A workload that still has requests to send.
struct RunningWorkload: Sendable {
  var source: any Workload
  var sent = 0
  var limit: Int?
  /// Requests per second; nil sends in turn.
  var rate: Int?
  var startedAt: Tick
  var writes = false
  /// The key whose request is on the agenda next.
  var isPaused = false
}

/// What a workload is to do, beside which keys it asks for.
public struct TrafficOptions: Hashable, Sendable {
  /// Requests per second, at their own pace; nil sends in turn.
  public var rate: Int?
  /// How many requests; nil goes on until it is stopped or its source ends.
  public var limit: Int?
  /// Whether they write.
  public var writes: Bool

  public init(rate: Int? = nil, limit: Int? = nil, writes: Bool = false) {
    self.rate = rate
    self.limit = limit
    self.writes = writes
  }
}

extension World {
  mutating func openGroup(actor: Actor) -> GroupID {
    let id = nextGroup
    nextGroup += 1
    groups.append(Group(id: id, actor: actor))
    return id
  }

  /// Starts a workload.
  ///
  /// Its first request is sent with the next activation.
  @discardableResult
  public mutating func start(
    _ workload: any Workload, _ options: TrafficOptions, actor: Actor = .workload
  ) -> GroupID {
    let id = openGroup(actor: actor)
    let running = RunningWorkload(
      source: workload, limit: options.limit, rate: options.rate, startedAt: now,
      writes: options.writes)
    if let index = groups.firstIndex(where: { $0.id == id }) { groups[index].workload = running }
    agenda.plan(.arrival, at: now, slot: id)
    return id
  }

  /// Stops every workload; what is in flight runs on.
  public mutating func stopTraffic() {
    for index in groups.indices { groups[index].workload = nil }
    groups.removeAll { $0.isOver }
  }

  /// Whether any workload has requests left.
  public var hasTraffic: Bool { groups.contains { $0.workload != nil } }

  /// Whether this group has nothing left to send and nothing in flight.
  public func isOver(_ group: GroupID) -> Bool {
    !groups.contains { $0.id == group }
  }

  /// A workload sends its next request.
  mutating func arrive(group id: GroupID) {
    guard let index = groups.firstIndex(where: { $0.id == id }),
      var workload = groups[index].workload
    else { return }
    // Taken out while it is changed: the array would otherwise be copied.
    groups[index].workload = nil
    let isDone = workload.limit.map { workload.sent >= $0 } ?? false
    guard !isDone, let key = workload.source.next(&arrivals) else {
      groups.removeAll { $0.id == id && $0.isOver }
      return
    }
    workload.sent += 1
    let value = workload.writes ? writtenValue(workload.sent) : .none
    let rate = workload.rate
    let next = workload.startedAt.advanced(
      by: rate.map { Int64(workload.sent) * 1_000_000 / Int64($0) } ?? 0)
    groups[index].workload = workload
    guard inFlight < Limits.requests else {
      emit(.failed, actor: .workload, key: key, reason: .full)
      planArrival(rate, next, id)
      return
    }
    let slot = send(
      workload.writes ? .write : .read, key: key, value: value, actor: groups[index].actor,
      group: id, hand: nil, isNow: true)
    planArrival(rate, next, id)
    begin(slot)
  }

  private mutating func planArrival(_ rate: Int?, _ next: Tick, _ id: GroupID) {
    if rate != nil { agenda.plan(.arrival, at: next, slot: id) }
  }

  /// What the n-th write of a workload writes: its number, so that the newest can be told.
  private mutating func writtenValue(_ number: Int) -> Symbol {
    symbols.intern("\(number)")
  }

  mutating func requestEnded(group id: GroupID) {
    guard id != 0, let index = groups.firstIndex(where: { $0.id == id }) else { return }
    groups[index].inFlight -= 1
    if let workload = groups[index].workload {
      if workload.rate == nil { agenda.plan(.arrival, at: now, slot: id) }
    } else if groups[index].isOver {
      groups.remove(at: index)
    }
  }
}
