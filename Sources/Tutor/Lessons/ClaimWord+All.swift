extension ClaimWord {
  /// Every word, family by family.
  public static let all: [ClaimWord] = requests + database + entries + queue + placement + settings

  private static let requests: [ClaimWord] = [
    ClaimWord("hits", .number, "requests that the cache answered"),
    ClaimWord("misses", .number, "requests that the cache could not answer"),
    ClaimWord("opt.hits", .number, "hits of the best rule there is, on the same reads"),
    ClaimWord("hit_ratio", .ratio, "hits ÷ requests"),
    ClaimWord("answered", .number, "requests that got an answer"),
    ClaimWord("failed", .number, "requests that got an error"),
    ClaimWord("slowest", .duration, "the longest time that a request took"),
    ClaimWord("mean", .duration, "the mean time that a request took"),
    ClaimWord("p50", .duration, "half of the requests were at least as fast"),
    ClaimWord("p99", .duration, "99 of 100 requests were at least as fast"),
    ClaimWord("met_expired", .number, "requests that found only an expired entry"),
    ClaimWord("standing", of: ["LINE"], .number, "requests that stand on this line of the listing"),
    ClaimWord("reply", .text, "what the last request was answered"),
  ]

  private static let database: [ClaimWord] = [
    ClaimWord("db.loads", .number, "loads that reached the database"),
    ClaimWord("db.stores", .number, "stores that reached the database"),
    ClaimWord("db.rows", .number, "rows that were stored"),
    ClaimWord("db.wasted", .number, "queries that nobody waited for any more"),
    ClaimWord("db.peak_queue", .number, "the longest queue at the database"),
    ClaimWord("db.rows_per_second", .number, "rows stored per second"),
    ClaimWord("db.workers", .number, "queries that the database serves at once"),
    ClaimWord("db.latency", .duration, "the work time of one query"),
    ClaimWord("row", of: ["KEY"], .text, "the row in the database"),
  ]

  private static let entries: [ClaimWord] = [
    ClaimWord("cached", of: ["KEY"], .fact, "a cache holds a fresh entry"),
    ClaimWord("value", of: ["KEY"], .text, "the value that a cache holds"),
    ClaimWord("stale", of: ["KEY"], .fact, "cached, and different from the row"),
    ClaimWord("expired", of: ["KEY"], .fact, "its time to live is over"),
    ClaimWord("ttl", of: ["KEY"], .duration, "how long the entry still lives"),
    ClaimWord("evicted", .number, "entries that had to make room"),
    ClaimWord("evicted", of: ["KEY"], .number, "how often this key had to make room"),
    ClaimWord("victims", .text, "the evicted keys, in order"),
    ClaimWord("count", .number, "entries in the caches"),
    ClaimWord("ghost", of: ["KEY"], .fact, "a policy remembers the key, whose entry has left"),
  ]

  private static let queue: [ClaimWord] = [
    ClaimWord("dirty", .number, "keys that are promised and not yet stored"),
    ClaimWord("dirty", of: ["KEY"], .fact, "this key is promised and not yet stored"),
    ClaimWord("queue", .number, "places of the write queue in use"),
    ClaimWord("lost", .number, "keys whose promised values nobody has any more"),
    ClaimWord("lost.writes", .number, "promised writes that were lost, of one key or of many"),
    ClaimWord("lost.keys", .text, "the keys whose promised values are lost, in order"),
    ClaimWord("loss_window", .duration, "the longest time for which a promise can be lost"),
  ]

  private static let placement: [ClaimWord] = [
    ClaimWord("owner", of: ["KEY"], .text, "the node that is responsible for the key"),
    ClaimWord("moved", .number, "keys that changed their owner"),
    ClaimWord("moved", of: ["KEY"], .fact, "this key changed its owner"),
    ClaimWord("movers", of: ["KEYS"], .text, "those of the keys that changed their owner"),
    ClaimWord("came_to", of: ["NODE"], .number, "keys whose new owner is the node"),
    ClaimWord("gone_from", of: ["NODE"], .number, "keys whose old owner was the node"),
    ClaimWord("placed", of: ["KEY"], .text, "the node on which you have placed the key"),
    ClaimWord("at_home", of: ["KEY"], .fact, "you have placed the key on the node that owns it"),
    ClaimWord("keys", of: ["NODE"], .number, "the keys that the node owns"),
    ClaimWord("share", of: ["NODE"], .ratio, "the node's part of all keys"),
    ClaimWord("share.max", .ratio, "the fullest node's part of all keys"),
    ClaimWord("nodes", .number, "cache nodes that are part of the cluster"),
    ClaimWord("vnodes", .number, "points of one node on the ring"),
    ClaimWord("placement", .text, "the rule that places keys"),
  ]

  private static let settings: [ClaimWord] = [
    ClaimWord("pattern", .text, "the caching pattern in force"),
    ClaimWord("guard", .text, "the guard against stampedes in force"),
    ClaimWord("policy", .text, "the eviction policy in force"),
    ClaimWord("capacity", .number, "places of one cache"),
    ClaimWord("servers", .number, "application servers"),
    ClaimWord("timeout", .duration, "how long a client waits"),
    ClaimWord("retries", .number, "how often a client tries again"),
  ]
}
