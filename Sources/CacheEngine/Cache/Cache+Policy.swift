extension Cache {
  /// Another capacity; victims leave until the rest fits.
  public mutating func resize(capacity: Int, now: Tick) {
    precondition(capacity >= 0, "a cache with capacity \(capacity)")
    self.capacity = capacity
    policy.resize(capacity: capacity)
    shed(now: now)
  }

  /// Another policy, by its name in the catalog.
  ///
  /// The entries stay; the new policy is told of them in the old one's order, the next victim
  /// first, as if they had been inserted so.
  public mutating func setPolicy(_ name: String, now: Tick) {
    let row = Cache.row(of: name)
    let order = policy.inspection(limit: .max).queues.flatMap(\.entries).reversed()
    policyName = row.name
    policy = makePolicy()
    for inspected in order {
      let access = entries[Int(inspected.slot)].access(now: now)
      policy.didInsert(inspected.slot, access)
    }
    shed(now: now)
  }

  /// How many entries policies that look at a sample look at, 1 to 64; others do not care.
  public mutating func setSamples(_ samples: Int) {
    precondition(Cache.sampleRange.contains(samples), "a sample of \(samples)")
    self.samples = samples
    policy.setSamples(samples)
  }

  /// Who would leave if room for one more were needed now, and why; `nil` if nobody would.
  ///
  /// A copy of the policy is asked, so that the answer is true for every policy, even one that
  /// draws lots. The copy is O(n). Policies that choose by the newcomer answer for a stranger.
  public func nextVictim(now: Tick) -> (key: Symbol, reason: EvictionReason)? {
    var copy = policy
    return firstOut(copy.evict(for: Access(key: .none, now: now)))
  }

  /// Who would leave first if this absent key were stored in a full cache now; `nil` if nobody
  /// would, or if the policy would turn the key away.
  ///
  /// O(n).
  public func nextVictim(
    for key: Symbol, hash: UInt64, weight: Int = 1, now: Tick
  ) -> (key: Symbol, reason: EvictionReason)? {
    var copy = policy
    let access = Access(key: key, hash: hash, weight: weight, now: now)
    guard copy.lookupMissed(access) == .admit else { return nil }
    return firstOut(copy.evict(for: access))
  }

  private func firstOut(_ eviction: Eviction?) -> (key: Symbol, reason: EvictionReason)? {
    guard let eviction else { return nil }
    let entry = entries[Int(eviction.slot)]
    return (entry.key, eviction.reason.stamped(by: entry))
  }

  /// How often the policy takes the entry in `slot` to have been asked for; O(1).
  ///
  /// `nil` if it does not count.
  public func count(of slot: Slot, now: Tick) -> Int? { policy.count(of: slot, at: now) }

  /// What the policy goes by: its queues, front to back, at most `limit` entries each.
  public func inspection(limit: Int) -> Inspection {
    policy.inspection(limit: limit)
  }

  /// Adds to `hash` all that the cache's future behaviour depends on, and its statistics.
  public func digest(into hash: inout StableHash) {
    hash.combine(policyName)
    hash.combine(capacity)
    hash.combine(Int(budget.rawValue))
    hash.combine(nextSerial)
    if samples != Cache.usualSamples { hash.combine(samples) }
    statistics.digest(into: &hash)
    for place in entries.indices where entries[place].key != .none {
      hash.combine(place)
      digest(entries[place], into: &hash)
    }
    for slot in freeSlots { hash.combine(UInt64(slot)) }
    policy.digest(into: &hash)
  }

  private func digest(_ entry: Entry, into hash: inout StableHash) {
    hash.combine(UInt64(entry.key.index) << 32 | UInt64(entry.value.index))
    hash.combine(entry.weight)
    hash.combine(entry.storedAt)
    hash.combine(entry.lastAccessAt)
    hash.combine(entry.expiresAt)
    hash.combine(entry.version)
    hash.combine(entry.serial)
    hash.combine(UInt64(entry.hits) << 32 | UInt64(entry.cost))
  }

  func makePolicy() -> any EvictionPolicy {
    var policy = Cache.row(of: policyName).make(capacity, seed)
    policy.setSamples(samples)
    return policy
  }

  /// Victims leave until what stays fits.
  ///
  /// A policy that lets nobody go keeps all.
  private mutating func shed(now: Tick) {
    _ = makeRoom(for: Access(key: .none, weight: 0, now: now), extra: 0)
  }
}
