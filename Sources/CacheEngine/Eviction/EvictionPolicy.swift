// Recording, choosing, explaining.
//
// A policy is told what happens to the entries (`didInsert`, `didHit`, `didChange`, `didRemove`),
// is asked who leaves (`evict`), and shows what it goes by (`inspection`). It never sees a key as
// text, a clock or a random source from outside: it is a value, and asking a copy of it "who
// would be next?" gives a true answer, even for a policy that draws lots, since its stream of
// lots is copied with it.
//
// The order of calls when an absent key is stored in a full cache:
//
//     lookupMissed(access) ── reject ──▶ nothing else
//          │ admit
//          ▼
//     evict(for: access)   repeated until the newcomer fits
//          │
//          ▼
//     didInsert(slot, access)
//
// The newcomer is known before anybody leaves, because policies with a memory of past entries
// (ARC, 2Q, S3-FIFO) choose by it.

/// Decides which entry leaves a full cache.
public protocol EvictionPolicy: Sendable {
  /// An absent key is about to be stored. Called before room is made for it.
  mutating func lookupMissed(_ access: Access) -> Admission

  /// Chooses a victim and forgets it: the cache does **not** call `didRemove` for a slot that
  /// this returned. `nil` says that nobody may leave.
  mutating func evict(for access: Access) -> Eviction?

  /// Whether somebody must leave for this newcomer even where the cache as a whole has room:
  /// a segment with a budget of its own is full. Asked before every insertion.
  func wantsRoom(for access: Access) -> Bool

  /// The entry is now in `slot`.
  mutating func didInsert(_ slot: Slot, _ access: Access)

  /// The entry in `slot` was asked for, or overwritten.
  mutating func didHit(_ slot: Slot, _ access: Access)

  /// The entry in `slot` weighs or expires differently from now on; no access.
  mutating func didChange(_ slot: Slot, weight: Int, expiresAt: Tick)

  /// The entry in `slot` is gone, by anybody's decision but this policy's own `evict`. The cause
  /// is `.evicted` when the learner did the choosing.
  mutating func didRemove(_ slot: Slot, cause: RemovalCause)

  /// The budget is `capacity` from now on; evictions that this needs follow.
  mutating func resize(capacity: Int)

  /// How many entries a policy that looks at a sample looks at from now on.
  mutating func setSamples(_ samples: Int)

  /// A long run of requests begins in which nobody copies this policy: it may take its memory out
  /// of arrays that ask before each write whether they are shared. See `Block`.
  mutating func borrowMemory()

  /// The run is over.
  mutating func giveBackMemory()

  /// What the policy goes by, for drawing and for tests: at most `limit` entries a queue, those
  /// nearest to leaving. Every resident entry is in exactly one queue.
  func inspection(limit: Int) -> Inspection

  /// How often the entry was asked for, as the policy counts at that instant; `nil` if it does not
  /// count. O(1).
  func count(of slot: Slot, at now: Tick) -> Int?

  /// Adds to `hash` all that future decisions depend on.
  func digest(into hash: inout StableHash)

  /// Stops the program if the policy's own structures contradict each other. O(n).
  func checkInvariants()
}

extension EvictionPolicy {
  public mutating func lookupMissed(_ access: Access) -> Admission { .admit }
  public mutating func didChange(_ slot: Slot, weight: Int, expiresAt: Tick) {}
  public func wantsRoom(for access: Access) -> Bool { false }
  public mutating func resize(capacity: Int) {}
  public mutating func setSamples(_ samples: Int) {}
  public mutating func borrowMemory() {}
  public mutating func giveBackMemory() {}
  public func count(of slot: Slot, at now: Tick) -> Int? { nil }
  public func checkInvariants() {}
}
