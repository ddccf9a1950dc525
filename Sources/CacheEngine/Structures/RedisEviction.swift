/// A policy that chooses as Redis does; all of it is in the sampler.
protocol RedisEviction: EvictionPolicy {
  var sampler: RedisSampler { get set }
}

extension RedisEviction {
  public mutating func evict(for access: Access) -> Eviction? { sampler.evict(now: access.now) }

  public mutating func didInsert(_ slot: Slot, _ access: Access) { sampler.insert(slot, access) }

  public mutating func didHit(_ slot: Slot, _ access: Access) { sampler.hit(slot, access) }

  public mutating func didChange(_ slot: Slot, weight: Int, expiresAt: Tick) {
    sampler.change(slot, expiresAt: expiresAt)
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) { sampler.remove(slot) }

  @inline(__always)
  public mutating func borrowMemory() { sampler.borrow() }

  public mutating func giveBackMemory() { sampler.giveBack() }

  public mutating func setSamples(_ samples: Int) { sampler.samples = samples }

  public func inspection(limit: Int) -> Inspection { sampler.inspection(limit: limit) }

  public func count(of slot: Slot, at now: Tick) -> Int? { sampler.count(of: slot, at: now) }

  public func digest(into hash: inout StableHash) { sampler.digest(into: &hash) }

  public func checkInvariants() { sampler.checkInvariants() }
}
