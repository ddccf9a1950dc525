/// What one look at each tier costs, in microseconds.
public struct TierLatencies: Hashable, Sendable {
  /// Every request looks into the cache.
  public var cache: Double
  /// A miss goes to the database as well.
  public var database: Double

  public init(cache: Double, database: Double) {
    self.cache = cache
    self.database = database
  }

  /// As in the tutor's own world: a cache that answers in a millisecond, a database in a hundred.
  public static let standard = TierLatencies(cache: 1_000, database: 100_000)

  /// The mean time that a request spends at the database.
  public func atDatabase(missRatio: Double) -> Double { missRatio * database }

  /// The mean time of a request.
  public func mean(missRatio: Double) -> Double { cache + atDatabase(missRatio: missRatio) }
}
