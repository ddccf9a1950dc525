// volatile-lru: only what would expire anyway may leave early.
//
// Sampled LRU among the entries with an expiry. Those without one are there until somebody deletes
// them: one Redis is a cache and a small database at the same time.
//
//     persistent:  settings  prices            nobody touches these
//     expiring:    page:1 60 s   page:7 5 s    the longest idle of a sample leaves
//
// It wins where both kinds of data must live in one memory.
//
// It loses when somebody forgets an expiry: what does not expire fills the memory, and when nothing
// that expires is left, a write fails as under noeviction. Two instances are safer.
//
// Reference: Redis documentation, "Key eviction", `maxmemory-policy volatile-lru`.

/// Sampled LRU among the entries that expire.
public struct VolatileLRUPolicy: RedisEviction {
  var sampler: RedisSampler

  public init(seed: UInt64) {
    sampler = RedisSampler(.idle, takesEverybody: false, seed: seed)
  }
}
