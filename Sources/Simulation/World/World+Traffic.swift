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
  /// Whether its workload still has requests to send.
  var isSending = false

  var isOver: Bool { inFlight == 0 && !isSending }
}

/// A workload that still has requests to send.
struct RunningWorkload: Sendable {
  var group: GroupID
  var source: any Workload
  var sent = 0
  var limit: Int?
  /// Requests per second; nil sends in turn.
  var rate: Int?
  var startedAt: Tick
  var writes = false
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
  /// Random traffic from now on draws what it drew from the beginning of the world: so the same
  /// commands send the same requests once more.
  public mutating func repeatArrivals() {
    arrivals = SeededRandom(seed: seed, stream: "arrivals")
  }

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
    _ workload: any Workload, _ options: TrafficOptions
  ) -> GroupID {
    let id = openGroup(actor: .workload)
    groups[groups.count - 1].isSending = true
    workloads.append(
      RunningWorkload(
        group: id, source: workload, limit: options.limit, rate: options.rate, startedAt: now,
        writes: options.writes))
    agenda.plan(.arrival, at: now, slot: id)
    return id
  }

  /// Stops every workload; what is in flight runs on.
  public mutating func stopTraffic() {
    workloads = []
    for index in groups.indices { groups[index].isSending = false }
    groups.removeAll { $0.isOver }
  }

  /// Whether any workload has requests left.
  public var hasTraffic: Bool { !workloads.isEmpty }

  /// Whether this group has nothing left to send and nothing in flight.
  public func isOver(_ group: GroupID) -> Bool {
    !groups.contains { $0.id == group }
  }

  /// A workload sends its next request.
  mutating func arrive(group id: GroupID) {
    guard let index = workloads.firstIndex(where: { $0.group == id }),
      let group = groups.firstIndex(where: { $0.id == id })
    else { return }
    let isDone = workloads[index].limit.map { workloads[index].sent >= $0 } ?? false
    guard !isDone, let key = workloads[index].source.next(&arrivals) else {
      workloads.remove(at: index)
      endSending(group)
      return
    }
    workloads[index].sent += 1
    let sent = workloads[index].sent
    let writes = workloads[index].writes
    var isLast = false
    if let rate = workloads[index].rate {
      // The last one of a known number ends the traffic: nobody waits for one more to be due.
      isLast = workloads[index].limit == sent
      let due = Int64(sent) * 1_000_000 / Int64(rate)
      let next = workloads[index].startedAt.advanced(by: due)
      if isLast { workloads.remove(at: index) } else { agenda.plan(.arrival, at: next, slot: id) }
    }
    guard inFlight < Limits.requests else {
      emit(.failed, actor: groups[group].actor, key: key, reason: .full)
      if isLast { endSending(group) }
      return
    }
    let slot = send(
      writes ? .write : .read, key: key, value: writes ? writtenValue(sent) : .none,
      actor: groups[group].actor, group: id, isNow: true)
    if isLast { endSending(group) }
    begin(slot)
  }

  private mutating func endSending(_ group: Int) {
    groups[group].isSending = false
    if groups[group].isOver { groups.remove(at: group) }
  }

  /// What the n-th write of a workload writes: its number, so that the newest can be told.
  private mutating func writtenValue(_ number: Int) -> Symbol {
    symbols.intern("\(number)")
  }

  mutating func requestEnded(group id: GroupID) {
    guard id != 0, let index = groups.firstIndex(where: { $0.id == id }) else { return }
    groups[index].inFlight -= 1
    if groups[index].isSending {
      let isInTurn = workloads.contains { $0.group == id && $0.rate == nil }
      if isInTurn { agenda.plan(.arrival, at: now, slot: id) }
    } else if groups[index].isOver {
      groups.remove(at: index)
    }
  }
}
