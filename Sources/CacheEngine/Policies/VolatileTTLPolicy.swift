// volatile-ttl: whoever would expire first leaves first.
//
// The application says how long an entry is worth keeping, by its time to live, and the cache
// believes it. Among a sample of the entries with an expiry, and the pool of earlier samples, the one
// with the least time left leaves.
//
//     expiring:    page:1 60 s   search:7 5 s   session:3 20 min
//                                leaves first
//
// It wins where times to live are chosen with care: what is short-lived is of little use in a
// moment anyway.
//
// It loses where all entries have the same time to live: then it is FIFO, and the most popular
// entry leaves when its turn comes.
//
// Reference: Redis documentation, "Key eviction", `maxmemory-policy volatile-ttl`.

/// The first to expire of a sample, with a pool of the best of earlier samples.
public struct VolatileTTLPolicy: RedisEviction {
  var sampler: RedisSampler

  public init(seed: UInt64) {
    sampler = RedisSampler(.expiry, takesEverybody: false, seed: seed)
  }
}
