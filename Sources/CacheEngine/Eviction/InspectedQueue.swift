/// One named queue of a policy, front to back.
public struct InspectedQueue: Hashable, Sendable {
  /// Where the next victim of this queue stands.
  public enum Exit: UInt8, Hashable, Sendable {
    /// The last one leaves next: new entries come in at the front.
    case back
    /// The one under the hand leaves next, or one after it.
    case hand
    /// Nobody knows before the lot is drawn: the order says nothing.
    case drawn
    /// Nobody is made to leave.
    case nobody
  }

  /// The policy's own word for the queue.
  public var name: String
  /// Which end, if any, the next victim stands at.
  public var exit: Exit
  /// The entries nearest to the exit, front to back; at most as many as were asked for.
  public var entries: [InspectedEntry]
  /// How many entries the whole queue has.
  public var count: Int

  public init(name: String, exit: Exit, entries: [InspectedEntry], count: Int) {
    self.name = name
    self.exit = exit
    self.entries = entries
    self.count = count
  }
}
