// Racing a policy.
//
// The lab runs millions of requests against many policies and capacities. There the table of a
// `Cache` and its existential policy would cost more than the policy itself. Here ids are small
// numbers, so "which slot?" is one array look-up; the driver is generic and stands in the
// policies' own module, so the compiler makes one loop for each policy; and the tables of driver
// and policy are borrowed once for the whole trace.
//
// The decisions are those of `Cache`, request by request: a miss makes room before it inserts, a
// hit never changes the stored weight, and what is heavier than the whole capacity stays out.

/// Runs whole traces against one policy.
enum BatchDriver {
  static func run<Policy: EvictionPolicy>(
    _ policy: Policy, trace: BatchTrace, capacity: Int
  ) -> BatchResult {
    trace.ids.withUnsafeBufferPointer { ids in
      trace.weights.withUnsafeBufferPointer { weights in
        if weights.isEmpty {
          return drive(
            policy, ids, UnitWeights(), universe: trace.universe, capacity: capacity,
            pace: trace.pace)
        }
        return drive(
          policy, ids, ListedWeights(weights: weights), universe: trace.universe,
          capacity: capacity, pace: trace.pace)
      }
    }
  }

  private static func drive<Policy: EvictionPolicy, Weights: BatchWeights>(
    _ policy: Policy, _ ids: UnsafeBufferPointer<UInt32>, _ weights: Weights, universe: Int,
    capacity: Int, pace: Int64
  ) -> BatchResult {
    var slots = [Slot](repeating: .max, count: universe)
    var residents = [Resident](
      repeating: Resident(), count: Weights.isUnit ? min(universe, capacity) : universe)
    return slots.withUnsafeMutableBufferPointer { slots in
      residents.withUnsafeMutableBufferPointer { residents in
        var room = Room(slots: slots, residents: residents, capacity: capacity)
        return loop(policy, ids, weights, pace: pace, &room)
      }
    }
  }

  @inline(__always)
  private static func loop<Policy: EvictionPolicy, Weights: BatchWeights>(
    _ policy: Policy, _ ids: UnsafeBufferPointer<UInt32>, _ weights: Weights, pace: Int64,
    _ room: inout Room
  ) -> BatchResult {
    var policy = policy
    policy.borrowMemory()
    defer { policy.giveBackMemory() }
    var result = BatchResult()
    result.requests = ids.count
    for index in 0..<ids.count {
      let id = ids[index]
      let weight = weights[index]
      let access = Access(
        key: Symbol(index: id), hash: StableHash.scatter(UInt64(id)), weight: weight,
        now: Tick(microseconds: Int64(index) &* pace))
      result.weight += weight
      let slot = room.slots[Int(id)]
      if slot != .max {
        policy.didHit(slot, access)
      } else {
        result.misses += 1
        result.missWeight += weight
        room.admit(access, to: &policy)
      }
    }
    result.evictions = room.evictions
    return result
  }

  /// What is in a slot; in a free one, `id` is the next free slot.
  private struct Resident {
    var id: UInt32 = .max
    var weight: UInt32 = 0
  }

  /// The tables of a cache that holds ids only.
  private struct Room {
    let slots: UnsafeMutableBufferPointer<Slot>
    let residents: UnsafeMutableBufferPointer<Resident>
    let capacity: Int
    var used = 0
    var evictions = 0
    var fresh: Slot = 0
    var free: Slot = .max

    @inline(__always)
    mutating func admit<Policy: EvictionPolicy>(_ access: Access, to policy: inout Policy) {
      guard access.weight <= capacity, policy.lookupMissed(access) == .admit else { return }
      while used + access.weight > capacity || policy.wantsRoom(for: access) {
        guard let eviction = policy.evict(for: access) else { return }
        let resident = residents[Int(eviction.slot)]
        slots[Int(resident.id)] = .max
        used -= Int(resident.weight)
        evictions += 1
        residents[Int(eviction.slot)].id = free
        free = eviction.slot
      }
      let slot = takeFreeSlot()
      slots[Int(access.key.index)] = slot
      residents[Int(slot)] = Resident(id: access.key.index, weight: UInt32(access.weight))
      used += access.weight
      policy.didInsert(slot, access)
    }

    @inline(__always)
    private mutating func takeFreeSlot() -> Slot {
      guard free == .max else {
        let slot = free
        free = residents[Int(slot)].id
        return slot
      }
      fresh += 1
      return fresh - 1
    }
  }
}

/// Where the driver gets the weight of a request from; two kinds, so that unit weights cost nothing.
protocol BatchWeights {
  static var isUnit: Bool { get }
  subscript(index: Int) -> Int { get }
}

struct UnitWeights: BatchWeights {
  static var isUnit: Bool { true }
  subscript(index: Int) -> Int { 1 }
}

struct ListedWeights: BatchWeights {
  static var isUnit: Bool { false }
  let weights: UnsafeBufferPointer<UInt32>
  subscript(index: Int) -> Int { Int(weights[index]) }
}
