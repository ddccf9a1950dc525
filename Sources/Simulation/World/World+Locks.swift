import CacheEngine

/// A key that a request has set if absent: who holds it, for `kill holder` and the log.
struct HeldLock: Sendable {
  var key: Symbol
  var token: Symbol
  var owner: RequestID
  var isForgotten = false
}

// Locks are ordinary entries: set if absent, with a time to live, removed only by whoever knows
// the token. The world remembers who took which, only to be able to say so.

extension World {
  mutating func takeLock(_ slot: Int, _ key: Symbol, on node: Int) -> Value {
    let serial = requests[slot].serial
    let id = nodes[node].id
    if let held = nodes[node].cache.peek(key, now: now), defect != .noLock {
      emit(.lockRefused, request: serial, node: id, key: key, value: held.value)
      return .bool(false)
    }
    let token = symbol(of: machines[slot].argument(1), slot)
    let expiresAt = defect == .lockNeverEnds ? .never : expiry(machines[slot].argument(2))
    let outcome = nodes[node].cache.set(
      key, hash: hash(of: key), value: token, weight: weight(of: key, token, on: node),
      cost: 1, expiresAt: expiresAt, version: 0, now: now)
    report(node, request: serial)
    watchExpiry(of: key, on: node)
    guard outcome == .inserted || outcome == .replaced else {
      emit(.rejected, request: serial, node: id, key: key, reason: .full)
      return .bool(false)
    }
    locks.removeAll { $0.key == key }
    locks.append(HeldLock(key: key, token: token, owner: serial))
    emit(
      .lockTaken, request: serial, node: id, key: key, value: token,
      number: expiresAt == .never ? -1 : expiresAt.ticks(since: now))
    return .bool(true)
  }

  mutating func releaseLock(_ slot: Int, _ key: Symbol, on node: Int) -> Value {
    let serial = requests[slot].serial
    let token = symbol(of: machines[slot].argument(1), slot)
    guard let held = nodes[node].cache.peek(key, now: now),
      held.value == token || defect == .releaseAnyLock
    else {
      emit(.deleted, request: serial, node: nodes[node].id, key: key, number: 0)
      return .bool(false)
    }
    _ = nodes[node].cache.remove(key, cause: .removed, now: now)
    nodes[node].cache.forgetChanges()
    locks.removeAll { $0.key == key }
    emit(.lockReleased, request: serial, node: nodes[node].id, key: key, value: token)
    return .bool(true)
  }

  /// The request that holds a lock, if it still runs: the newest lock first.
  public var lockHolder: RequestID? {
    locks.last { lock in requests.contains { $0.serial == lock.owner } }?.owner
  }

  /// Stops the process that holds the lock: it runs nothing more, not even `finally`.
  ///
  /// - Returns: the request that was killed, nil when nobody holds a lock.
  public mutating func killHolder() -> RequestID? {
    guard let holder = lockHolder,
      let slot = requests.firstIndex(where: { $0.serial == holder })
    else { return nil }
    let request = requests[slot]
    emit(.killed, request: holder, key: request.key, number: Int64(machines[slot].line))
    if request.query != .max { abandon(request.query) }
    emit(
      .failed, request: holder, key: request.key, reason: .crashed,
      number: now.ticks(since: request.startedAt))
    release(slot)
    return holder
  }
}
