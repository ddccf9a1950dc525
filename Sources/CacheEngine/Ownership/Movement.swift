/// Which keys change their owner from one placement to another.
public struct Movement: Hashable, Sendable {
  /// A key that has another owner than before.
  public struct Move: Hashable, Sendable {
    /// The key's place in the list that was asked about.
    public var key: Int
    /// The id of the member that owned it; `nil` if there was none.
    public var from: Int?
    /// The id of the member that owns it now; `nil` if there is none.
    public var to: Int?

    public init(key: Int, from: Int?, to: Int?) {
      self.key = key
      self.from = from
      self.to = to
    }
  }

  /// The keys that move, in the order of the list.
  public var moves: [Move]

  /// How many keys move.
  public var count: Int { moves.count }

  /// Compares the owners of every key before and after.
  ///
  /// - Parameter keys: the `PlacementHash` of each key.
  public static func between(_ old: Placement, _ new: Placement, keys: [UInt32]) -> Movement {
    var moves: [Move] = []
    for (key, hash) in keys.enumerated() {
      let from = old.owner(of: hash)
      let to = new.owner(of: hash)
      if from != to { moves.append(Move(key: key, from: from, to: to)) }
    }
    return Movement(moves: moves)
  }
}
