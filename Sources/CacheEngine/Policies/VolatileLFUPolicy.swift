// volatile-lfu: the least popular of those that would expire anyway.
//
// Sampled LFU, with its logarithmic count, among the entries with an expiry; the others are out of
// reach.
//
//     persistent:  settings  prices            nobody touches these
//     expiring:    page:1 ×18   page:7 ×5      the lowest count of a sample leaves
//
// It wins where a memory is shared by data that must stay and a cache that scans run through.
//
// It loses as volatile-lru does: without an expiry an entry is there for good.
//
// Reference: Redis documentation, "Key eviction", `maxmemory-policy volatile-lfu`.

/// Sampled LFU among the entries that expire.
public struct VolatileLFUPolicy: RedisEviction {
  var sampler: RedisSampler

  public init(seed: UInt64) {
    sampler = RedisSampler(.count, takesEverybody: false, seed: seed)
  }
}
