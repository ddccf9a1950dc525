extension Cache {
  /// The earliest expiry of a resident entry, which may lie in the past if nobody has asked for the
  /// entry since; `nil` if no entry expires.
  ///
  /// O(1).
  public var nextExpiry: Tick? {
    expiry.first?.expiresAt
  }

  /// Gives a key another end of life (`.never`: none); false if it is absent.
  ///
  /// No access.
  @discardableResult
  public mutating func setExpiry(_ key: Symbol, expiresAt: Tick, now: Tick) -> Bool {
    let slot = residentSlot(of: key, now: now)
    guard slot != .max else { return false }
    if entries[Int(slot)].expiresAt != .never { timed -= 1 }
    entries[Int(slot)].expiresAt = expiresAt
    policy.didChange(slot, weight: entries[Int(slot)].weight, expiresAt: expiresAt)
    watchExpiry(of: slot)
    return true
  }

  /// Active expiry: takes out entries whose time is up, the earliest first and among equals the
  /// one that came first, at most `limit` of them.
  ///
  /// - Returns: how many left.
  @discardableResult
  public mutating func expireDue(now: Tick, limit: Int = .max) -> Int {
    var expired = 0
    while expired < limit, let item = expiry.first, item.expiresAt <= now {
      expire(item.slot)
      expired += 1
    }
    return expired
  }

  /// Takes out an entry whose time is up.
  mutating func expire(_ slot: Slot) {
    policy.didRemove(slot, cause: .expired)
    record(CacheChange(kind: .expired, slot: slot, entry: entries[Int(slot)]))
    vacate(slot)
  }

  /// Remembers the expiry that the entry in `slot` has now; what was remembered before it is
  /// void.
  mutating func watchExpiry(of slot: Slot) {
    let entry = entries[Int(slot)]
    if entry.expiresAt != .never {
      timed += 1
      expiry.push(
        ExpiryHeap.Item(expiresAt: entry.expiresAt, serial: entry.serial, slot: slot))
    }
    pruneExpiry()
  }

  /// Keeps the first item of the heap true, and the heap in proportion to what expires.
  mutating func pruneExpiry() {
    while let first = expiry.first, !holds(first) { expiry.removeFirst() }
    if expiry.items.count > 2 * timed + 32 { rebuildExpiry() }
  }

  /// Whether the item speaks of an entry that is still there and still expires then.
  func holds(_ item: ExpiryHeap.Item) -> Bool {
    let place = Int(item.slot)
    guard place < entries.count else { return false }
    return entries[place].serial == item.serial && entries[place].expiresAt == item.expiresAt
  }

  private mutating func rebuildExpiry() {
    var items: [ExpiryHeap.Item] = []
    items.reserveCapacity(timed)
    for place in entries.indices where entries[place].expiresAt != .never {
      let entry = entries[place]
      items.append(
        ExpiryHeap.Item(expiresAt: entry.expiresAt, serial: entry.serial, slot: Slot(place)))
    }
    expiry.rebuild(items)
  }
}
