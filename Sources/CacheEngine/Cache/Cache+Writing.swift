extension Cache {
  /// Stores a value, making room first if it needs any.
  ///
  /// - Parameters:
  ///   - hash: the stable hash of the key, for the policy.
  ///   - weight: bytes, at least 0; a budget in entries counts every entry as 1.
  ///   - cost: what a miss costs in microseconds; 1 when unknown.
  ///   - expiresAt: from then on readers no longer see it; `.never` for no limit.
  ///   - version: of the database row; 0 when unknown.
  @discardableResult
  public mutating func set(
    _ key: Symbol, hash: UInt64, value: Symbol, weight: Int = 1, cost: Int = 1,
    expiresAt: Tick = .never, version: UInt64 = 0, now: Tick
  ) -> StoreOutcome {
    precondition(weight >= 0, "an entry that weighs \(weight)")
    let newcomer = Entry(
      key: key, value: value, hash: hash, weight: budget == .entries ? 1 : weight, storedAt: now,
      lastAccessAt: now, expiresAt: expiresAt, version: version, serial: nextSerial, hits: 0,
      cost: UInt32(clamping: cost))
    let slot = residentSlot(of: key, now: now)
    if newcomer.weight > capacity { return turnAway(newcomer, .tooLarge) }
    return slot == .max ? insert(newcomer, now: now) : replace(slot, by: newcomer, now: now)
  }

  /// Takes a key out; `nil` if it is absent or its time was up.
  ///
  /// - Parameter cause: `.removed`, or `.cleared` or `.lost` when that tells the story better.
  @discardableResult
  public mutating func remove(
    _ key: Symbol, cause: RemovalCause = .removed, now: Tick
  ) -> Entry? {
    let slot = residentSlot(of: key, now: now)
    guard slot != .max else { return nil }
    let entry = entries[Int(slot)]
    policy.didRemove(slot, cause: cause)
    record(CacheChange(kind: .init(cause), slot: slot, entry: entry))
    vacate(slot)
    return entry
  }

  /// The learner does the policy's work: this key leaves, and counts as evicted.
  ///
  /// Where the policy would have chosen it too, it does all that goes with the choice: its hand
  /// moves, it spares whom it would have spared, it remembers the name. Any other choice is only
  /// told to it. O(entries).
  ///
  /// False if it is absent.
  @discardableResult
  public mutating func evict(_ key: Symbol, now: Tick) -> Bool {
    let slot = residentSlot(of: key, now: now)
    guard slot != .max else { return false }
    var asked = policy
    if asked.evict(for: Access(key: .none, now: now))?.slot == slot {
      policy = asked
    } else {
      policy.didRemove(slot, cause: .evicted)
    }
    let entry = entries[Int(slot)]
    record(CacheChange(kind: .evicted, slot: slot, entry: entry, reason: .chosen))
    vacate(slot)
    return true
  }

  /// Takes everything out, one change an entry, in order of insertion.
  ///
  /// O(n log n).
  ///
  /// After a crash (`.lost`) the policy, too, remembers nothing.
  public mutating func clear(cause: RemovalCause = .cleared, now: Tick) {
    for slot in residentsInOrder() {
      if cause != .lost { policy.didRemove(slot, cause: cause) }
      record(CacheChange(kind: .init(cause), slot: slot, entry: entries[Int(slot)]))
    }
    if cause == .lost { policy = makePolicy() }
    table.removeAll()
    entries.removeAll(keepingCapacity: true)
    freeSlots.removeAll(keepingCapacity: true)
    expiry = ExpiryHeap()
    weight = 0
    timed = 0
  }

  /// Lets victims leave until `extra` more fits; false if nobody may leave.
  ///
  /// `spared` is about to be overwritten: when its turn comes the policy forgets it and the walk
  /// goes on, and the result says so.
  mutating func makeRoom(
    for access: Access, extra: Int, sparing spared: Slot = .max
  ) -> (fits: Bool, forgotten: Bool) {
    var forgotten = false
    while weight + extra > capacity || (spared == .max && policy.wantsRoom(for: access)) {
      guard let eviction = policy.evict(for: access) else { return (false, forgotten) }
      if eviction.slot == spared {
        forgotten = true
        continue
      }
      let entry = entries[Int(eviction.slot)]
      record(
        CacheChange(
          kind: .evicted, slot: eviction.slot, entry: entry,
          reason: eviction.reason.stamped(by: entry)))
      vacate(eviction.slot)
    }
    return (true, forgotten)
  }

  private mutating func insert(_ newcomer: Entry, now: Tick) -> StoreOutcome {
    let access = newcomer.access(now: now)
    guard policy.lookupMissed(access) == .admit else { return turnAway(newcomer, .rejected) }
    guard makeRoom(for: access, extra: newcomer.weight).fits else {
      return turnAway(newcomer, .full)
    }
    let slot = freeSlots.popLast() ?? Slot(entries.count)
    if Int(slot) == entries.count { entries.append(.free) }
    entries[Int(slot)] = newcomer
    nextSerial += 1
    table.insert(newcomer.key, slot: slot)
    weight += newcomer.weight
    policy.didInsert(slot, access)
    watchExpiry(of: slot)
    record(CacheChange(kind: .inserted, slot: slot, entry: newcomer))
    return .inserted
  }

  private mutating func replace(
    _ slot: Slot, by newcomer: Entry, now: Tick
  ) -> StoreOutcome {
    var updated = newcomer
    let old = entries[Int(slot)]
    updated.serial = old.serial
    updated.hits = old.hits
    let access = updated.access(now: now)
    policy.didHit(slot, access)
    let room = makeRoom(for: access, extra: updated.weight - old.weight, sparing: slot)
    // The policy may have let go of the very entry that is overwritten: it comes back as new.
    if room.forgotten { policy.didInsert(slot, access) }
    guard room.fits else { return turnAway(newcomer, .full) }
    entries[Int(slot)] = updated
    weight += updated.weight - old.weight
    policy.didChange(slot, weight: updated.weight, expiresAt: updated.expiresAt)
    if old.expiresAt != .never { timed -= 1 }
    watchExpiry(of: slot)
    record(CacheChange(kind: .replaced, slot: slot, entry: updated, previous: old.value))
    return .replaced
  }

  private mutating func turnAway(_ newcomer: Entry, _ outcome: StoreOutcome) -> StoreOutcome {
    record(CacheChange(kind: .rejected, slot: .max, entry: newcomer))
    return outcome
  }
}

extension CacheChange.Kind {
  init(_ cause: RemovalCause) {
    switch cause {
    case .evicted: self = .evicted
    case .expired: self = .expired
    case .removed: self = .removed
    case .replaced: self = .replaced
    case .cleared: self = .cleared
    case .lost: self = .lost
    }
  }
}
