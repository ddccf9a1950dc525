/// A key, its value, and what a cache remembers about them.
public struct Entry: Hashable, Sendable {
  public var key: Symbol
  public var value: Symbol
  /// The stable hash of the key.
  public var hash: UInt64
  /// What it costs against the budget: 1 in entries, bytes in bytes.
  public var weight: Int
  /// When this value was stored.
  public var storedAt: Tick
  /// When it was last asked for or overwritten.
  public var lastAccessAt: Tick
  /// From this instant on it is gone for readers; `.never` for no limit.
  public var expiresAt: Tick
  /// The version of the database row that the value was made from; 0 when unknown.
  public var version: UInt64
  /// How many insertions this cache had seen before this one: the order of coming.
  public var serial: UInt64
  /// How often a read found it since it was inserted.
  public var hits: UInt32
  /// What a miss costs, in microseconds; 1 when unknown.
  public var cost: UInt32

  public init(
    key: Symbol, value: Symbol, hash: UInt64 = 0, weight: Int = 1, storedAt: Tick = .zero,
    lastAccessAt: Tick = .zero, expiresAt: Tick = .never, version: UInt64 = 0, serial: UInt64 = 0,
    hits: UInt32 = 0, cost: UInt32 = 1
  ) {
    self.key = key
    self.value = value
    self.hash = hash
    self.weight = weight
    self.storedAt = storedAt
    self.lastAccessAt = lastAccessAt
    self.expiresAt = expiresAt
    self.version = version
    self.serial = serial
    self.hits = hits
    self.cost = cost
  }

  /// Whether readers no longer see it: an entry that expires at `now` has expired.
  public func hasExpired(at now: Tick) -> Bool {
    expiresAt <= now
  }

  static let free = Entry(
    key: .none, value: .none, hash: 0, weight: 0, storedAt: .zero, lastAccessAt: .zero,
    expiresAt: .never, version: 0, serial: .max, hits: 0, cost: 0)

  func access(now: Tick) -> Access {
    Access(
      key: key, hash: hash, weight: weight, cost: Int(cost), expiresAt: expiresAt, now: now)
  }
}
