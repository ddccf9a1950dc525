// Sampled LRU: what Redis means by allkeys-lru.
//
// Each entry has a clock of 24 bits with the second of its last request. When room is needed, five
// entries are drawn by lot, the pool keeps the sixteen that were idle longest of all that were ever
// drawn, and the best of them leaves. `RedisSampler` tells the whole story.
//
//     draw 5 of all ──▶ pool of 16, by idle time ──▶ the longest idle leaves
//
// It wins memory and time: three bytes an entry, a hit writes a number and moves nothing, and the
// misses are those of exact LRU within half a percentage point. Ten samples halve the difference.
//
// It loses where everything happens within a second: all clocks are equal, and the lot decides.
// A small cache in which a few entries matter needs the exact list.
//
// Reference: Redis documentation, "Key eviction", `maxmemory-policy allkeys-lru`.

/// The longest idle of a sample, with a pool of the best of earlier samples.
public struct SampledLRUPolicy: RedisEviction {
  var sampler: RedisSampler

  public init(seed: UInt64) {
    sampler = RedisSampler(.idle, takesEverybody: true, seed: seed)
  }
}
