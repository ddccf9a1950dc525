/// A policy's choice: who leaves, and why.
public struct Eviction: Hashable, Sendable {
  public var slot: Slot
  public var reason: EvictionReason

  public init(slot: Slot, reason: EvictionReason) {
    self.slot = slot
    self.reason = reason
  }
}
