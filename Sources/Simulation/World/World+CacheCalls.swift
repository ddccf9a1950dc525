import CacheEngine

// Calls to cache nodes.
//
// A call leaves its application server, acts on the node that owns the key half-way, and is back
// after a full round trip. A crashed node refuses after a moment: a look finds nothing, a set or
// delete is lost. A node that cannot be reached costs the connect time-out instead.

extension World {
  /// Starts a call; true when its answer is there at once and the machine may run on.
  mutating func perform(_ call: Call, _ slot: Int) -> Bool {
    switch call {
    case .cacheGet, .cacheSet, .cacheSetNX, .cacheDelete, .cacheDeleteIf, .cacheRemaining,
      .cacheLoad:
      startCacheCall(call, slot)
      return false
    case .databaseLoad, .databaseStore, .databaseStoreAll:
      startQuery(call, slot)
      return false
    case .flightBegin, .flightWait, .flightEnd: return performFlight(call, slot)
    case .queuePut, .queueGet, .queueTake, .queueDone, .queueSize: return performQueue(call, slot)
    case .sleep, .now, .random, .token: return performClock(call, slot)
    }
  }

  mutating func startCacheCall(_ call: Call, _ slot: Int) {
    requests[slot].phase = .cache
    let key = keyArgument(slot, 0)
    guard call != .cacheSet || machines[slot].argument(1) != .none else {
      // cache.set(key, None) stores nothing, and costs its round trip all the same.
      answer(slot, with: .none, after: rules.cacheRoundTrip)
      return
    }
    let serial = requests[slot].serial
    let state = owner(of: key).map { nodes[$0].state }
    switch state {
    case .up:
      agenda.plan(
        .cacheActs, at: now.advanced(by: rules.cacheRoundTrip / 2), slot: UInt32(slot),
        generation: serial)
    case .crashed: refuse(call, slot, key, .crashed, after: rules.refusal)
    case .cut: refuse(call, slot, key, .unreachable, after: rules.connectTimeout)
    case nil: refuse(call, slot, key, .absent, after: rules.refusal)
    }
  }

  /// A node that does not answer: nothing found, nothing kept.
  private mutating func refuse(
    _ call: Call, _ slot: Int, _ key: Symbol, _ reason: EventReason, after ticks: Int64
  ) {
    let serial = requests[slot].serial
    let node = owner(of: key).map { nodes[$0].id } ?? -1
    var result = Value.none
    switch call {
    case .cacheGet:
      requests[slot].looks += 1
      emit(
        .miss, request: serial, node: node, key: key, reason: reason,
        number: Int64(requests[slot].looks))
    case .cacheSet: emit(.setLost, request: serial, node: node, key: key, reason: reason)
    case .cacheDelete: emit(.deleteLost, request: serial, node: node, key: key, reason: reason)
    case .cacheSetNX, .cacheDeleteIf: result = .bool(false)
    case .cacheLoad:
      requests[slot].looks += 1
      emit(
        .miss, request: serial, node: node, key: key, reason: reason,
        number: Int64(requests[slot].looks))
      requests[slot].exception = .failure(.unreachable)
    default: break
    }
    answer(slot, with: result, after: ticks)
  }

  /// The call has reached its node.
  mutating func actOnCache(_ slot: Int) {
    guard let call = requests[slot].call else { return }
    actor = requests[slot].actor
    let key = keyArgument(slot, 0)
    let rest = rules.cacheRoundTrip - rules.cacheRoundTrip / 2
    guard let index = owner(of: key), nodes[index].state == .up else {
      refuse(call, slot, key, .crashed, after: rest)
      return
    }
    if call == .cacheLoad {
      loadThrough(slot, key, on: index)
    } else {
      answer(slot, with: act(call, slot, key, on: index), after: rest)
    }
  }

  private mutating func act(_ call: Call, _ slot: Int, _ key: Symbol, on node: Int) -> Value {
    switch call {
    case .cacheGet:
      return look(slot, key, on: node, stale: machines[slot].argument(1))
    case .cacheSet:
      put(slot, key, ttl: machines[slot].argument(2), on: node)
      return .none
    case .cacheSetNX: return takeLock(slot, key, on: node)
    case .cacheDelete where defect == .deleteDoesNothing: return .bool(false)
    case .cacheDelete: return .bool(delete(key, on: node, request: requests[slot].serial))
    case .cacheDeleteIf: return releaseLock(slot, key, on: node)
    case .cacheRemaining:
      guard let entry = nodes[node].cache.peekStale(key), entry.expiresAt != .never else {
        return .none
      }
      return .duration(Swift.max(0, entry.expiresAt.ticks(since: now)))
    default: return .none
    }
  }

  mutating func look(
    _ slot: Int, _ key: Symbol, on node: Int, stale: Value
  ) -> Value {
    let serial = requests[slot].serial
    let id = nodes[node].id
    requests[slot].looks += 1
    // An expired entry is not thrown out by the look: it may still be served stale, and it takes
    // its place until it is overwritten, evicted or swept.
    if let dead = nodes[node].cache.peekStale(key), dead.expiresAt <= now {
      if isAllowed(dead, stale) {
        emit(
          .staleServed, request: serial, node: id, key: key, value: dead.value,
          number: Int64(requests[slot].looks))
        return .text(dead.value)
      }
      nodes[node].cache.statistics.misses += 1
      emit(
        .miss, request: serial, node: id, key: key, reason: .expired,
        number: Int64(requests[slot].looks))
      return .none
    }
    guard let entry = nodes[node].cache.get(key, hash: hash(of: key), now: now) else {
      emit(
        .miss, request: serial, node: id, key: key, reason: .absent,
        number: Int64(requests[slot].looks))
      return .none
    }
    let row = database.rows[key]
    let differs = row.map { $0.value != entry.value } ?? false
    // A promise that waits to be stored is newer than the row, not older.
    let isBehind = differs && !nodes[node].queue.promises(key, entry.value)
    emit(
      .hit, request: serial, node: id, key: key, value: entry.value,
      reason: isBehind ? .behindRow : .none)
    return .text(entry.value)
  }

  /// Whether an entry whose time is over may still be served.
  private func isAllowed(_ dead: Entry, _ stale: Value) -> Bool {
    guard defect != .neverStale else { return false }
    guard case .duration(let window) = stale else { return stale.isTrue }
    guard defect != .endlessWindow else { return true }
    return now.ticks(since: dead.expiresAt) < window
  }

  private mutating func put(_ slot: Int, _ key: Symbol, ttl: Value, on node: Int) {
    let value = symbol(of: machines[slot].argument(1), slot)
    fill(
      key, value: value, expiresAt: expiry(ttl), on: node, request: requests[slot].serial,
      version: requests[slot].rowVersion)
  }

  /// Puts an entry into a node's cache and reports all that follows from it.
  mutating func fill(
    _ key: Symbol, value: Symbol, expiresAt: Tick, on node: Int, request: RequestID,
    version: UInt64 = 0
  ) {
    let outcome = nodes[node].cache.set(
      key, hash: hash(of: key), value: value, weight: weight(of: key, value, on: node),
      cost: Int(rules.databaseWork), expiresAt: expiresAt, version: version, now: now)
    report(node, request: request)
    switch outcome {
    case .inserted, .replaced:
      emit(
        .filled, request: request, node: nodes[node].id, key: key, value: value,
        number: expiresAt == .never ? -1 : expiresAt.ticks(since: now))
    case .rejected: emit(.rejected, request: request, node: nodes[node].id, key: key)
    case .tooLarge:
      emit(.rejected, request: request, node: nodes[node].id, key: key, reason: .tooLarge)
    case .full: emit(.rejected, request: request, node: nodes[node].id, key: key, reason: .full)
    }
    watchExpiry(of: key, on: node)
  }

  mutating func delete(_ key: Symbol, on node: Int, request: RequestID) -> Bool {
    let removed = nodes[node].cache.remove(key, cause: .removed, now: now)
    nodes[node].cache.forgetChanges()
    emit(
      .deleted, request: request, node: nodes[node].id, key: key,
      value: removed?.value ?? .none, number: removed == nil ? 0 : 1)
    return removed != nil
  }

  /// Turns what the cache did besides into events: who left, and why.
  mutating func report(_ node: Int, request: RequestID) {
    for change in nodes[node].cache.changes {
      switch change.kind {
      case .evicted:
        emit(
          .evicted, request: request, node: nodes[node].id, key: change.key, value: change.value,
          reason: change.reason.map { .policy($0) } ?? .none)
      default: break
      }
    }
    nodes[node].cache.forgetChanges()
  }

  /// The tick at which an entry with this TTL ends; None and nothing positive never end.
  func expiry(_ ttl: Value) -> Tick {
    switch ttl {
    case .duration where defect == .noTTL: .never
    case .duration(let ticks): now.advanced(by: ticks)
    default: .never
    }
  }

  func weight(of key: Symbol, _ value: Symbol, on node: Int) -> Int {
    nodes[node].cache.budget == .entries
      ? 1 : symbols.length(of: key) + symbols.length(of: value) + CacheNode.entryOverhead
  }

  /// A call's argument as a key.
  mutating func keyArgument(_ slot: Int, _ index: Int) -> Symbol {
    symbol(of: machines[slot].argument(index), slot)
  }
}
