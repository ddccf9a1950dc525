// Racing a policy.
//
// The lab runs millions of requests against many policies and capacities. There the table of a
// `Cache` and its existential policy would cost more than the policy itself. Here ids are small
// numbers, so "which slot?" is one array look-up; the driver is generic and stands in the
// policies' own module, so the compiler makes one loop for each policy; and the tables of driver
// and policy are borrowed once for the whole trace. What policies are told at every request is made
// part of the loop itself (`@inline(__always)`): for a call the whole access would have to be
// written to memory first, which costs as much as many a policy does.
//
// The table of slots is larger than what is near to the processor, and a guess about the next
// branch that turns out wrong throws away all that was begun ahead of time. So the loop looks at
// the slot of a later request in every round: when its turn comes, memory has brought it.
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
    let most = Weights.isUnit ? min(universe, capacity) : universe
    var slots = [Slot](repeating: .max, count: universe)
    var keys = [UInt32](repeating: .max, count: most)
    var held = [UInt32](repeating: 1, count: Weights.isUnit ? 0 : most)
    return slots.withUnsafeMutableBufferPointer { slots in
      keys.withUnsafeMutableBufferPointer { keys in
        held.withUnsafeMutableBufferPointer { held in
          var room = Room<Weights>(slots: slots, keys: keys, held: held, capacity: capacity)
          return loop(policy, ids, weights, pace: pace, &room)
        }
      }
    }
  }

  @inline(__always)
  private static func loop<Policy: EvictionPolicy, Weights: BatchWeights>(
    _ policy: Policy, _ ids: UnsafeBufferPointer<UInt32>, _ weights: Weights, pace: Int64,
    _ room: inout Room<Weights>
  ) -> BatchResult {
    var policy = policy
    policy.borrowMemory()
    defer { policy.giveBackMemory() }
    var result = BatchResult()
    result.requests = ids.count
    var highest: Slot = 0
    for index in 0..<ids.count {
      let ahead = ids[min(index &+ lookahead, ids.count &- 1)]
      highest = max(highest, room.slots[Int(ahead)] &+ 1)
      let id = ids[index]
      let weight = weights[index]
      let access = Access(
        key: Symbol(index: id), hash: StableHash.scatter(UInt64(id)), weight: weight,
        now: Tick(microseconds: Int64(index) &* pace))
      result.weight &+= weight
      let slot = room.slots[Int(id)]
      if slot != .max {
        policy.didHit(slot, access)
      } else {
        result.misses &+= 1
        result.missWeight &+= weight
        room.admit(access, to: &policy)
      }
    }
    precondition(highest <= room.fresh, "slot \(highest) was never given out")
    result.evictions = room.evictions
    return result
  }

  /// So many requests are between the look at a slot and its use.
  private static let lookahead = 16

  /// The tables of a cache that holds ids only.
  private struct Room<Weights: BatchWeights> {
    /// The slot of each key; `Slot.max` for those that are not here.
    let slots: UnsafeMutableBufferPointer<Slot>
    /// The key in each slot; in a free one, the next free slot.
    let keys: UnsafeMutableBufferPointer<UInt32>
    /// The weight in each slot; nothing at all when every entry weighs 1.
    let held: UnsafeMutableBufferPointer<UInt32>
    let capacity: Int
    var used = 0
    var evictions = 0
    /// Slots from here on were never in use.
    var fresh: Slot = 0
    var free: Slot = .max

    @inline(__always)
    mutating func admit<Policy: EvictionPolicy>(_ access: Access, to policy: inout Policy) {
      guard access.weight <= capacity, policy.lookupMissed(access) == .admit else { return }
      // Who leaves hands its slot to the newcomer, past the list of free ones.
      var slot = Slot.max
      while used &+ access.weight > capacity || policy.wantsRoom(for: access) {
        if slot != .max { giveBack(slot) }
        guard let eviction = policy.evict(for: access) else { return }
        slot = eviction.slot
        slots[Int(keys[Int(slot)])] = .max
        used &-= Weights.isUnit ? 1 : Int(held[Int(slot)])
        evictions &+= 1
      }
      if slot == .max { slot = takeFreeSlot() }
      slots[Int(access.key.index)] = slot
      keys[Int(slot)] = access.key.index
      if !Weights.isUnit { held[Int(slot)] = UInt32(access.weight) }
      used &+= access.weight
      policy.didInsert(slot, access)
    }

    @inline(__always)
    private mutating func giveBack(_ slot: Slot) {
      keys[Int(slot)] = free
      free = slot
    }

    @inline(__always)
    private mutating func takeFreeSlot() -> Slot {
      guard free == .max else {
        let slot = free
        free = keys[Int(slot)]
        return slot
      }
      fresh &+= 1
      return fresh &- 1
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
