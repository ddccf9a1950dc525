/// What a policy goes by, as queues of slots from which one panel draws any policy.
public struct Inspection: Hashable, Sendable {
  /// The queues, the one whose entries are safest first.
  public var queues: [InspectedQueue]
  /// Where a clock-like policy's hand stands, if it has one.
  public var hand: Slot?
  /// The lists of those that are gone and not forgotten.
  public var ghosts: [InspectedGhosts]
  /// The numbers that the policy steers by.
  public var figures: [InspectedFigure]

  public init(
    queues: [InspectedQueue], hand: Slot? = nil, ghosts: [InspectedGhosts] = [],
    figures: [InspectedFigure] = []
  ) {
    self.queues = queues
    self.hand = hand
    self.ghosts = ghosts
    self.figures = figures
  }
}
