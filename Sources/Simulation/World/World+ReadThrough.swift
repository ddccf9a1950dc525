import CacheEngine

// Read-through: the cache node asks the database itself.
//
// The application makes one call. It reaches the node half a round trip later; a hit goes straight
// back. On a miss the node hands a load to the database, keeps what comes back and only then
// answers: so a miss costs one round trip less than look, load and fill by the application, and
// an application whose cache is dead has nobody left to ask. The loader does not care who waits:
// a row that comes after the client's time-out is kept all the same.

extension World {
  /// The call has reached its node.
  mutating func loadThrough(_ slot: Int, _ key: Symbol, on node: Int) {
    let found = look(slot, key, on: node, stale: .bool(false))
    guard case .none = found else {
      answer(slot, with: found, after: replyTime)
      return
    }
    startQuery(.cacheLoad, slot)
  }

  /// The database has answered the loader of a node: it keeps the row and tells whoever waits.
  mutating func finishLoading(_ query: Query, _ value: Value) {
    let node = owner(of: query.key).flatMap { nodes[$0].state == .up ? $0 : nil }
    if let node, case .text(let text) = value, defect != .loaderKeepsNothing {
      fill(
        query.key, value: text, expiresAt: expiry(query.fillFor), on: node,
        request: query.request, version: query.seen?.version ?? 0)
    }
    guard !query.isAbandoned else { return }
    let slot = Int(query.requestSlot)
    requests[slot].phase = .cache
    if node == nil { requests[slot].exception = .failure(.unreachable) }
    answer(slot, with: value, after: replyTime)
  }

  /// The way back from a node.
  private var replyTime: Int64 { rules.cacheRoundTrip - rules.cacheRoundTrip / 2 }
}
