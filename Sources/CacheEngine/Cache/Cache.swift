// A cache: entries, an eviction policy, expiry, and a budget.
//
// Three structures must agree, and `checkInvariants` says whether they do:
//
//       key ──table──▶ slot ──entries──▶ key, value, weight, expiry …
//                       ▲ ▲
//             policy ───┘ └─── expiry heap
//
// Everything is flat arrays of trivial values, so a copy of a cache shares its memory until one
// of the two is written to, and is then one block copy. That is what makes undo, "who is next?"
// and two lanes side by side affordable.
//
// The rules, where caches are known to differ:
// - a miss makes room before it inserts;
// - an entry heavier than the whole capacity is not stored, and nobody leaves for it;
// - overwriting is an access: it renews recency, counts, and does not evict the overwritten entry;
// - reading does not touch the expiry;
// - an entry that expires at tick t is gone for a reader at t, but may lie in memory until a
//   reader asks for it (lazy expiry) or `expireDue` comes by (active expiry); making room does
//   not look for expired entries first.

/// A bounded store of entries that decides by a policy who leaves; a value.
public struct Cache: Sendable {
  /// The policy's name in `PolicyCatalog`.
  public internal(set) var policyName: String
  /// How much fits, counted as `budget` says.
  public internal(set) var capacity: Int
  public let budget: Budget
  /// How many entries policies that look at a sample look at.
  public internal(set) var samples = Cache.usualSamples
  /// The sum of the weights of all resident entries.
  public internal(set) var weight = 0
  /// What the calls since the last clearing did, in order.
  ///
  /// The caller clears it, by `removeAll(keepingCapacity: true)`.
  public var changes: [CacheChange] = []
  public var statistics = CacheStatistics()

  let seed: UInt64
  var policy: any EvictionPolicy
  var table = SlotMap()
  var entries: [Entry] = []
  var freeSlots: [Slot] = []
  var expiry = ExpiryHeap()
  /// How many resident entries expire at all.
  var timed = 0
  var nextSerial: UInt64 = 0

  /// What Redis takes for `maxmemory-samples` if nobody says anything else, and what it allows.
  public static let usualSamples = 5
  public static let sampleRange = 1...64

  /// An empty cache.
  ///
  /// - Parameters:
  ///   - policy: a name or alias in `PolicyCatalog`; check it there first.
  ///   - capacity: entries or bytes, as `budget` says; at least 0.
  ///   - seed: what a policy that draws lots starts from.
  public init(policy: String, capacity: Int, budget: Budget = .entries, seed: UInt64 = 0) {
    precondition(capacity >= 0, "a cache with capacity \(capacity)")
    let row = Cache.row(of: policy)
    self.policyName = row.name
    self.capacity = capacity
    self.budget = budget
    self.seed = seed
    self.policy = row.make(capacity, seed)
  }

  /// How many entries are resident, expired ones that still lie in memory included.
  public var count: Int { table.count }

  static func row(of name: String) -> PolicyRow {
    guard let row = PolicyCatalog.find(name) else {
      preconditionFailure("no eviction policy is called \(name)")
    }
    return row
  }

  /// Notes what was done, and counts it.
  mutating func record(_ change: CacheChange) {
    switch change.kind {
    case .inserted: statistics.insertions += 1
    case .replaced: statistics.replacements += 1
    case .evicted: statistics.evictions += 1
    case .expired: statistics.expirations += 1
    case .removed, .cleared, .lost: statistics.removals += 1
    case .rejected: statistics.rejections += 1
    }
    changes.append(change)
  }

  /// Frees the slot: table, weight, expiry; the policy has been told or knows.
  mutating func vacate(_ slot: Slot) {
    let entry = entries[Int(slot)]
    table.remove(entry.key)
    weight -= entry.weight
    if entry.expiresAt != .never { timed -= 1 }
    entries[Int(slot)] = .free
    freeSlots.append(slot)
    pruneExpiry()
  }
}
