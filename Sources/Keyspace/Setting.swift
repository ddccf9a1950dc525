import CacheEngine

/// What `CONFIG` can show and change, in the order in which it is shown.
enum Setting: String, CaseIterable {
  /// The capacity: bytes, or entries in a cache that counts those; 0 for no limit.
  case maxMemory = "maxmemory"
  case maxMemoryPolicy = "maxmemory-policy"
  /// How many entries a policy that samples looks at.
  case maxMemorySamples = "maxmemory-samples"

  /// A change that has been read and only needs a cache.
  enum Change: Sendable {
    case capacity(Int, hasUnit: Bool)
    /// By its name in `PolicyCatalog`.
    case policy(String)
    case samples(Int)
  }

  /// The capacity that stands for "no limit".
  static let unlimited = 1 << 50

  func value(in cache: Cache) -> String {
    switch self {
    case .maxMemory: String(cache.capacity >= Setting.unlimited ? 0 : cache.capacity)
    case .maxMemoryPolicy: Setting.redisName(ofPolicy: cache.policyName)
    case .maxMemorySamples: String(cache.samples)
    }
  }

  func change(to value: String) throws(VerbError) -> Change {
    switch self {
    case .maxMemory:
      guard let (amount, hasUnit) = MemoryAmount.parse(value) else {
        throw .setting(rawValue, .notAMemoryValue)
      }
      return .capacity(amount == 0 ? Setting.unlimited : amount, hasUnit: hasUnit)
    case .maxMemoryPolicy:
      let value = value.lowercased()
      for row in PolicyCatalog.all {
        if value == row.name || value == Setting.redisName(ofPolicy: row.name) {
          return .policy(row.name)
        }
      }
      let known = PolicyCatalog.all.map { Setting.redisName(ofPolicy: $0.name) }
      throw .setting(rawValue, .notOneOf(known))
    case .maxMemorySamples:
      guard let samples = Int(value) else { throw .setting(rawValue, .notAnInteger) }
      guard Cache.sampleRange.contains(samples) else {
        throw .setting(rawValue, .notBetween(Cache.sampleRange))
      }
      return .samples(samples)
    }
  }

  /// Redis writes which keys may leave before how one is chosen; a policy that Redis does not have
  /// keeps its own name.
  static func redisName(ofPolicy name: String) -> String {
    ["lru", "lfu", "random"].contains(name) ? "allkeys-" + name : name
  }
}
