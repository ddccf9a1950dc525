/// Every eviction policy, in alphabetical order.
public enum PolicyCatalog {
  public static let all: [PolicyRow] = [
    PolicyRow(
      name: "lru", aliases: ["least-recently-used"],
      summary: "whoever has been silent longest leaves",
      reference: "Mattson et al., IBM Systems Journal 9 (1970)",
      make: { _, _ in LRUPolicy() })
  ]

  /// The row with this name or alias, in any case; `nil` if there is none.
  public static func find(_ name: String) -> PolicyRow? {
    let name = name.lowercased()
    return all.first { $0.name == name || $0.aliases.contains(name) }
  }
}
