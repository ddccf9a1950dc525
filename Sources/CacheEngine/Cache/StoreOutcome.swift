/// What became of a value that was to be stored.
public enum StoreOutcome: UInt8, Hashable, Sendable {
  /// A new entry.
  case inserted
  /// The key was there; its value is the new one.
  case replaced
  /// The policy refused the newcomer.
  case rejected
  /// It weighs more than the whole capacity; nothing changed.
  case tooLarge
  /// There is no room and nobody may leave; nothing was stored.
  case full

  /// Whether a read would now find the value.
  public var isStored: Bool { self == .inserted || self == .replaced }
}
