/// Which node owns which key: a scheme for some members; a value.
public struct Placement: Sendable {
  /// The scheme's name in `PlacementCatalog`.
  public let scheme: String
  /// Points a node of weight 1, for schemes with a ring.
  public let vnodes: Int
  /// The nodes, in order of joining.
  public let members: [PlacementMember]
  /// The points on the circle, in order of hash; none for a scheme without a circle.
  public let points: [PlacementPoint]
  private let rule: any PlacementScheme

  /// Places keys on `members`.
  ///
  /// - Parameters:
  ///   - scheme: a name in `PlacementCatalog`; check it there first.
  ///   - vnodes: at least 1.
  ///   - members: in order of joining; their ids differ, their weights are at least 1.
  public init(scheme: String, vnodes: Int = 1, members: [PlacementMember]) {
    guard let row = PlacementCatalog.find(scheme) else {
      preconditionFailure("no placement is called \(scheme)")
    }
    precondition(vnodes >= 1, "\(vnodes) virtual nodes")
    precondition(members.allSatisfy { $0.weight >= 1 }, "a node that weighs less than 1")
    self.scheme = row.name
    self.vnodes = vnodes
    self.members = members
    rule = row.make(members, vnodes)
    points = rule.points
  }

  /// The id of the member that owns a key with this `PlacementHash`; `nil` without members.
  ///
  /// O(1) on average for all schemes here.
  public func owner(of hash: UInt32) -> Int? {
    let place = rule.owner(of: hash)
    return place < 0 ? nil : members[place].id
  }

  /// How many of the 2³² hashes each member owns, in the order of `members`, exactly.
  public var holdings: [UInt64] {
    rule.holdings(of: members.count)
  }

  /// The part of all hashes that each member owns, 0…1, in the order of `members`.
  public var shares: [Double] {
    holdings.map { Double($0) / 0x1p32 }
  }
}
