/// One place in a policy's queue.
public struct InspectedEntry: Hashable, Sendable {
  /// What the policy has pencilled beside an entry.
  public enum Badge: Hashable, Sendable {
    case none
    /// Asked for since the hand last passed.
    case visited
    /// Asked for so often, the first time included.
    case count(Int)
    /// Last asked for so many requests ago; 1 is the latest.
    case ago(Int)
    /// Not asked for in so many seconds.
    case idle(Int)
    /// Worth so many thousandths of what the policy weighs up; the least leaves.
    case worth(thousandths: Int)
  }

  public var slot: Slot
  public var badge: Badge

  public init(slot: Slot, badge: Badge = .none) {
    self.slot = slot
    self.badge = badge
  }
}
