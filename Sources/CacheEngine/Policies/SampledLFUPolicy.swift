// Sampled LFU: what Redis means by allkeys-lfu.
//
// Eight bits count to a million: the count grows by lot, the higher the more rarely, and falls by 1
// for every minute without a request. Victims are chosen as in sampled LRU, from a sample and a
// pool, by the lowest count.
//
//     requests    1    10    100    1 000    100 000    1 000 000
//     count       5    10     18       49        143          255
//
// It wins against scans, as LFU does, and unlike LFU it forgets: after a quiet quarter of an hour a
// minor star is an average key.
//
// It loses precision twice, by the lot that counts and the lot that samples: half to three quarters
// of a percentage point of misses more than exact LFU. Newcomers start at 5, so a shop full of
// newcomers is no better than random.
//
// Reference: Redis documentation, "Key eviction", `maxmemory-policy allkeys-lfu`.

/// The lowest logarithmic count of a sample, with a pool of the best of earlier samples.
public struct SampledLFUPolicy: RedisEviction {
  var sampler: RedisSampler

  public init(seed: UInt64) {
    sampler = RedisSampler(.count, takesEverybody: true, seed: seed)
  }
}
