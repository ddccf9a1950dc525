// volatile-random: the lot decides among those that would expire anyway.
//
//     persistent:  settings  prices            nobody touches these
//     expiring:    page:1  page:7  page:9      one of these is drawn
//
// It wins where requests have no pattern at all and reading must cost nothing.
//
// It loses against volatile-lru on anything with favourites, and as all of its family when nothing
// expires.
//
// Reference: Redis documentation, "Key eviction", `maxmemory-policy volatile-random`.

/// A victim drawn by lot among the entries that expire.
public struct VolatileRandomPolicy: RedisEviction {
  var sampler: RedisSampler

  public init(seed: UInt64) {
    sampler = RedisSampler(.lot, takesEverybody: false, seed: seed)
  }
}
