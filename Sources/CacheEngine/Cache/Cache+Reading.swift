extension Cache {
  /// Looks a key up for a reader: counts a hit or a miss, tells the policy of a hit, and takes the
  /// entry out if its time is up.
  ///
  /// O(1) besides the policy's work.
  ///
  /// - Parameter hash: the stable hash of the key, for the policy.
  public mutating func get(_ key: Symbol, hash: UInt64, now: Tick) -> Entry? {
    let slot = residentSlot(of: key, now: now)
    guard slot != .max else {
      statistics.misses += 1
      return nil
    }
    statistics.hits += 1
    entries[Int(slot)].hits &+= 1
    renew(slot, now: now)
    return entries[Int(slot)]
  }

  /// Renews a key as a read would, without counting a hit or a miss; false if it is absent.
  @discardableResult
  public mutating func touch(_ key: Symbol, now: Tick) -> Bool {
    let slot = residentSlot(of: key, now: now)
    guard slot != .max else { return false }
    renew(slot, now: now)
    return true
  }

  /// Looks at a key without leaving a trace: no recency, no statistics, no expiry.
  public func peek(_ key: Symbol, now: Tick) -> Entry? {
    guard let entry = peekStale(key), !entry.hasExpired(at: now) else { return nil }
    return entry
  }

  /// Like `peek`, but also shows an entry whose time is up and that still lies in memory.
  public func peekStale(_ key: Symbol) -> Entry? {
    let slot = table.find(key)
    return slot == .max ? nil : entries[Int(slot)]
  }

  /// The entry in `slot`, if there is one.
  public func entry(at slot: Slot) -> Entry? {
    guard Int(slot) < entries.count, entries[Int(slot)].key != .none else { return nil }
    return entries[Int(slot)]
  }

  /// The slot that `key` is in, expired or not.
  public func slot(of key: Symbol) -> Slot? {
    let slot = table.find(key)
    return slot == .max ? nil : slot
  }

  /// The resident keys in the order in which they came; an overwritten key keeps its place.
  ///
  /// Expired ones that still lie in memory are among them. O(n log n).
  public func keys() -> [Symbol] {
    residentsInOrder().map { entries[Int($0)].key }
  }

  /// Walks through the keys a few at a time: start at 0, go on with `next` until it is 0.
  ///
  /// A key that is resident from the first call to the last comes exactly once, whatever happens
  /// in between, because an entry never changes its slot; one that comes or goes meanwhile may or
  /// may not be seen. A key that leaves and returns may be seen twice.
  ///
  /// - Parameter limit: how many slots to look at, at least 1; fewer keys may come back.
  public func scan(from cursor: Int, limit: Int) -> (keys: [Symbol], next: Int) {
    precondition(cursor >= 0 && limit >= 1, "a scan from \(cursor) of \(limit) slots")
    guard cursor < entries.count else { return ([], 0) }
    let end = min(entries.count, cursor + min(limit, entries.count))
    let keys = entries[cursor..<end].lazy.map(\.key).filter { $0 != .none }
    return (Array(keys), end == entries.count ? 0 : end)
  }

  /// The slot of a key that readers see, or `Slot.max`; an expired entry is taken out on the way.
  mutating func residentSlot(of key: Symbol, now: Tick) -> Slot {
    let slot = table.find(key)
    guard slot != .max, entries[Int(slot)].hasExpired(at: now) else { return slot }
    expire(slot)
    return .max
  }

  /// Every slot in use, in order of insertion.
  func residentsInOrder() -> [Slot] {
    var slots: [Slot] = []
    slots.reserveCapacity(count)
    for place in entries.indices where entries[place].key != .none { slots.append(Slot(place)) }
    return slots.sorted { entries[Int($0)].serial < entries[Int($1)].serial }
  }

  private mutating func renew(_ slot: Slot, now: Tick) {
    entries[Int(slot)].lastAccessAt = now
    policy.didHit(slot, entries[Int(slot)].access(now: now))
  }
}
