/// One thing that a cache did: the stuff that events, statistics and pictures are made of.
public struct CacheChange: Hashable, Sendable {
  public enum Kind: UInt8, Hashable, Sendable {
    case inserted
    /// The value or expiry was overwritten; `previous` is the value before.
    case replaced
    case evicted
    case expired
    case removed
    case cleared
    /// The memory is gone: the node crashed.
    case lost
    /// A newcomer did not come in: the policy refused it, or there is no room for it.
    case rejected
  }

  public var kind: Kind
  /// Where the entry is, or was; `Slot.max` for a newcomer that was rejected.
  public var slot: Slot
  /// The entry as it is after coming, or as it was when it left.
  public var entry: Entry
  /// Why it had to leave; evictions only.
  public var reason: EvictionReason?
  /// The value that was overwritten; `Symbol.none` otherwise.
  public var previous: Symbol

  public init(
    kind: Kind, slot: Slot, entry: Entry, reason: EvictionReason? = nil, previous: Symbol = .none
  ) {
    self.kind = kind
    self.slot = slot
    self.entry = entry
    self.reason = reason
    self.previous = previous
  }

  public var key: Symbol { entry.key }
  public var value: Symbol { entry.value }
  public var version: UInt64 { entry.version }
}
