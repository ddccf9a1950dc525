/// What a policy goes by, as queues of slots from which one panel draws any policy.
public struct Inspection: Hashable, Sendable {
  /// The queues, the one whose entries are safest first.
  public var queues: [InspectedQueue]
  /// Where a clock-like policy's hand stands, if it has one.
  public var hand: Slot?
  /// Keys that the policy remembers although their entries are gone, newest first.
  public var ghosts: [Symbol]

  public init(queues: [InspectedQueue], hand: Slot? = nil, ghosts: [Symbol] = []) {
    self.queues = queues
    self.hand = hand
    self.ghosts = ghosts
  }
}
