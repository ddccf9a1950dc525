import CacheEngine

extension World {
  /// Every request that runs, in order of its serial number.
  ///
  /// O(slots).
  public var runningRequests: [RequestView] {
    requests.indices.filter { requests[$0].serial != 0 }.map(view).sorted { $0.id < $1.id }
  }

  /// The line of every request that runs the listing on screen and has begun, in no order.
  ///
  /// O(slots), and much cheaper than to look at the requests themselves.
  public var standingRequests: [(request: RequestID, line: Int)] {
    requests.indices.compactMap { slot in
      let request = requests[slot]
      guard request.serial != 0, request.program == programs.count - 1,
        request.phase != .ready || request.hand?.mode == .held
      else { return nil }
      return (request.serial, line(of: slot))
    }
  }

  private func view(_ slot: Int) -> RequestView {
    let request = requests[slot]
    return RequestView(
      id: request.serial, kind: request.kind, actor: request.actor, key: request.key,
      phase: request.hand?.mode == .held ? .held : request.phase, line: line(of: slot),
      server: request.server, startedAt: request.startedAt, hand: request.hand?.index,
      runsCurrentListing: request.program == programs.count - 1)
  }

  /// How many requests somebody waits for: all but those in the background.
  ///
  /// O(slots).
  public var peopleInFlight: Int {
    requests.reduce(0) { $0 + ($1.serial != 0 && $1.kind != .background ? 1 : 0) }
  }

  /// How many writers stand before a full write queue and do not move.
  public var blockedWriters: Int { queueWaiters.count }

  /// How many requests stand on each line of the listing on screen; index 0 is line 1.
  ///
  /// O(slots).
  public var standing: [Int] {
    var counts = [Int](repeating: 0, count: pattern.lines.count)
    let current = programs.count - 1
    for slot in requests.indices
    where requests[slot].serial != 0 && requests[slot].program == current {
      let line = line(of: slot)
      if counts.indices.contains(line - 1) { counts[line - 1] += 1 }
    }
    return counts
  }

  /// Whether a request that the last activation has moved stands on a line of the listing on
  /// screen, from 1.
  ///
  /// Nobody comes to a line in another way, and it costs nothing to ask after every activation.
  public func hasComeTo(line number: Int) -> Bool {
    moved.contains { slot in
      let slot = Int(slot)
      return requests[slot].serial != 0 && requests[slot].program == programs.count - 1
        && line(of: slot) == number
    }
  }

  /// The line on which a request stands; 0 as long as it has not entered its server, for until then
  /// the machine in its slot is still at the line where the request before it ended.
  private func line(of slot: Int) -> Int {
    let request = requests[slot]
    let hasListing = request.hasBegun || request.hand != nil || request.kind == .background
    return hasListing ? machines[slot].line : 0
  }

  /// The names and values that a running request works with, in order of their first use.
  public func locals(of id: RequestID) -> [(name: String, value: String)]? {
    guard id != 0, let slot = requests.firstIndex(where: { $0.serial == id }) else { return nil }
    return machines[slot].locals(programs[requests[slot].program]).map {
      ($0.name, machines[slot].text(of: $0.value, symbols: symbols))
    }
  }

  /// The first entry of `key` over all nodes that have it, dead entries included.
  public func entry(_ key: Symbol) -> (node: Int, entry: Entry)? {
    for index in nodes.indices {
      if let entry = nodes[index].cache.peekStale(key) { return (index, entry) }
    }
    return nil
  }

  /// The hash of everything that a later activation depends on, and of all that happened.
  public var digest: UInt64 {
    var hash = history
    hash.combine(clock)
    hash.combine(activationsAtNow)
    hash.combine(inFlight)
    hash.combine(agenda.count)
    for node in nodes {
      hash.combine(node.label)
      hash.combine(UInt64(node.state.rawValue))
      node.cache.digest(into: &hash)
      hash.combine(node.queue.count)
    }
    for (key, row) in zip(database.rows.keys, database.rows.values) {
      hash.combine(UInt64(key.index) | UInt64(row.value.index) << 32)
      hash.combine(row.version)
    }
    hash.combine(arrivals.state ^ tokens.state ^ dice.state)
    return hash.value
  }
}

extension StableHash {
  mutating func combine(_ number: Int64) { combine(UInt64(bitPattern: number)) }
}
