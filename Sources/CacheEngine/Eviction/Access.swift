/// The index of a resident entry in a cache; `Slot.max` means none.
///
/// An entry keeps its slot for as long as it is resident; a slot that became free is given out
/// again.
public typealias Slot = UInt32

/// One access to a cache, as a policy sees it: numbers, never a key as text.
///
/// So the same policy runs where keys are words on a screen, bytes from a socket or numbers in
/// a trace.
public struct Access: Hashable, Sendable {
  /// The key; `Symbol.none` when room is made for nobody in particular (a capacity made smaller).
  public var key: Symbol
  /// The stable hash of the key, for sketches and samples.
  public var hash: UInt64
  /// What the entry costs against the budget: 1 in entries, bytes in bytes.
  public var weight: Int
  /// What a miss costs, in microseconds; 1 when unknown.
  public var cost: Int
  /// The end of the entry's life, or `.never`.
  public var expiresAt: Tick
  /// The instant of the access.
  public var now: Tick

  public init(
    key: Symbol, hash: UInt64 = 0, weight: Int = 1, cost: Int = 1, expiresAt: Tick = .never,
    now: Tick = .zero
  ) {
    self.key = key
    self.hash = hash
    self.weight = weight
    self.cost = cost
    self.expiresAt = expiresAt
    self.now = now
  }
}
