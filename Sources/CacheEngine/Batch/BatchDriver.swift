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
// the slots of a whole group of requests before it takes up the first: nothing has to be guessed
// there, and when its turn comes, memory has brought what a request needs.
//
//     look at 64 slots ──▶ hit hit hit │ miss │ hit hit │ miss │ …  ──▶ look at the next 64
//
// Runs of hits have a loop of their own. It needs little, so that all of it stays in registers,
// which a miss, with its many numbers, would claim for itself.
//
// The decisions are those of `Cache`, request by request: a miss makes room before it inserts, a
// hit never changes the stored weight, and what is heavier than the whole capacity stays out.
//
// Where all entries weigh 1, several policies have a second form, which needs no queues at all and
// a third of the time: see `Diary`.

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
    var result = BatchResult()
    result.requests = ids.count
    var seen: Slot = 0
    var index = 0
    while index < ids.count {
      let end = min(index &+ group, ids.count)
      for ahead in index..<end { seen |= room.slots[Int(ids[ahead])] &+ 1 }
      while true {
        while index < end {
          let slot = room.slots[Int(ids[index])]
          if slot == .max { break }
          policy.didHit(slot, access(ids, weights, index, pace))
          index &+= 1
        }
        guard index < end else { break }
        let access = access(ids, weights, index, pace)
        result.misses &+= 1
        result.missWeight &+= access.weight
        room.admit(access, to: &policy)
        index &+= 1
      }
    }
    result.weight = weights.sum(ids.count)
    precondition(
      seen.leadingZeroBitCount >= room.fresh.leadingZeroBitCount, "a slot was never given out")
    result.evictions = room.evictions
    // A copy, for a policy that is handed to somebody at the end would live in memory all along.
    var lender = policy
    lender.giveBackMemory()
    return result
  }

  @inline(__always)
  private static func access<Weights: BatchWeights>(
    _ ids: UnsafeBufferPointer<UInt32>, _ weights: Weights, _ index: Int, _ pace: Int64
  ) -> Access {
    Access(
      key: Symbol(index: ids[index]), hash: StableHash.scatter(UInt64(ids[index])),
      weight: weights[index], now: Tick(microseconds: Int64(index) &* pace))
  }

  /// So many slots are looked at before the first of them is used.
  private static let group = 64

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
        // Where everybody weighs the same, one place is enough, and this is no loop at all.
        if Weights.isUnit, !policy.wantsRoom(for: access) { break }
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
  func sum(_ count: Int) -> Int
}

struct UnitWeights: BatchWeights {
  static var isUnit: Bool { true }
  subscript(index: Int) -> Int { 1 }
  func sum(_ count: Int) -> Int { count }
}

struct ListedWeights: BatchWeights {
  static var isUnit: Bool { false }
  let weights: UnsafeBufferPointer<UInt32>
  subscript(index: Int) -> Int { Int(weights[index]) }
  func sum(_ count: Int) -> Int { weights.reduce(0) { $0 &+ Int($1) } }
}
