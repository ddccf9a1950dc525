/// What the catalog says of one placement, and how to make one.
public struct PlacementRow: Sendable {
  /// What people type, in lower case.
  public let name: String
  /// Who owns a key, in one line.
  public let summary: String
  /// Where it was described.
  public let reference: String
  /// Whether the number of virtual nodes makes a difference.
  public let usesVnodes: Bool
  /// Makes the scheme for these members, in order of joining.
  public let make: @Sendable (_ members: [PlacementMember], _ vnodes: Int) -> any PlacementScheme

  init(
    name: String, summary: String, reference: String, usesVnodes: Bool,
    make: @escaping @Sendable (_ members: [PlacementMember], _ vnodes: Int) -> any PlacementScheme
  ) {
    self.name = name
    self.summary = summary
    self.reference = reference
    self.usesVnodes = usesVnodes
    self.make = make
  }
}
