/// What a cache has done since it was made, or since somebody reset this.
public struct CacheStatistics: Hashable, Sendable {
  public var hits = 0
  public var misses = 0
  public var insertions = 0
  public var replacements = 0
  public var evictions = 0
  public var expirations = 0
  /// Asked to go, cleared or lost.
  public var removals = 0
  /// Newcomers that did not come in.
  public var rejections = 0

  public init() {}

  /// Reads that were counted.
  public var requests: Int { hits + misses }

  /// Hits ÷ requests, 0…1; 0 before the first request.
  public var hitRatio: Double {
    requests == 0 ? 0 : Double(hits) / Double(requests)
  }

  func digest(into hash: inout StableHash) {
    for count in [
      hits, misses, insertions, replacements, evictions, expirations, removals, rejections,
    ] {
      hash.combine(count)
    }
  }
}
