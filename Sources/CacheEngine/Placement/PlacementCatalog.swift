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
      name: "nearest", summary: "the nearest point, either way: what many expect of a ring",
      reference: "none: a rule to compare the ring with", usesVnodes: true,
      make: { members, vnodes in NearestPlacement(members, vnodes: vnodes) }),
    PlacementRow(
      name: "ring", summary: "clockwise to the first of each node's points on a circle",
      reference: "Karger et al., STOC 1997", usesVnodes: true,
      make: { members, vnodes in RingPlacement.ring(of: members, vnodes: vnodes) }),
  ]

  /// Rows that stand in for those with their names, in a task of a test: a lesson that is proved
  /// with a wrong rule in the place of the right one must fail.
  @TaskLocal static var substitutes: [PlacementRow] = []

  /// The row with this name, in any case; `nil` if there is none.
  public static func find(_ name: String) -> PlacementRow? {
    let name = name.lowercased()
    return substitutes.first { $0.name == name } ?? all.first { $0.name == name }
  }
}
