/// Every placement, in alphabetical order.
public enum PlacementCatalog {
  public static let all: [PlacementRow] = [
    PlacementRow(
      name: "ketama", summary: "a ring with the points that the memcached clients agree on",
      reference: "Jones, libketama (2007)", usesVnodes: false,
      make: { members, _ in KetamaPlacement.ring(of: members) }),
    PlacementRow(
      name: "modulo", summary: "the remainder of the hash by the number of nodes",
      reference: "Karger et al., STOC 1997", usesVnodes: false,
      make: { members, _ in ModuloPlacement(members) }),
    PlacementRow(
      name: "ring", summary: "clockwise to the first of each node's points on a circle",
      reference: "Karger et al., STOC 1997", usesVnodes: true,
      make: { members, vnodes in RingPlacement.ring(of: members, vnodes: vnodes) }),
  ]

  /// The row with this name, in any case; `nil` if there is none.
  public static func find(_ name: String) -> PlacementRow? {
    let name = name.lowercased()
    return all.first { $0.name == name }
  }
}
