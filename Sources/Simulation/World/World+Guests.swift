import CacheEngine

// Guests at the door.
//
// In a part in which somebody does the policy's job, requests come one after the other and find
// the cache full: they stand at the door. Whenever room has been made the first of them goes in,
// and whoever comes behind it follows, until one would need room again. A guest is nothing new: a
// read that the lesson has begun by hand and that nobody has moved.

extension World {
  /// The keys that wait at the door, the first one first.
  public var guests: [Symbol] {
    hands.filter { isGuest(Int($0)) }.map { requests[Int($0)].key }
  }

  /// Whether a guest is on its way through the listing.
  public var isAdmittingGuests: Bool {
    admitsGuests && hands.contains { requests[Int($0)].hand?.mode == .free }
  }

  /// Room has been made: guests go in, as long as the next one needs no more of it.
  ///
  /// Run the world while `isAdmittingGuests`.
  public mutating func admitGuests() {
    admitsGuests = true
    admitGuest()
  }

  /// The next guest goes in, if it may.
  mutating func admitGuest() {
    guard admitsGuests else { return }
    guard let slot = hands.first(where: { isGuest(Int($0)) }).map({ Int($0) }),
      needsNoRoom(requests[slot].key)
    else {
      admitsGuests = false
      return
    }
    requests[slot].hand?.mode = .free
    // It has been asked for now: what it waited for was a person, not the system.
    requests[slot].startedAt = now
    actor = requests[slot].actor
    advance(slot)
  }

  private func isGuest(_ slot: Int) -> Bool {
    requests[slot].actor == .lesson && requests[slot].kind == .read && requests[slot].looks == 0
      && requests[slot].hand?.mode == .held
  }

  private func needsNoRoom(_ key: Symbol) -> Bool {
    guard let owner = placement.owner(of: circlePoint(of: key)) else { return true }
    let cache = nodes[owner].cache
    return cache.peek(key, now: now) != nil || cache.weight < cache.capacity
  }
}
