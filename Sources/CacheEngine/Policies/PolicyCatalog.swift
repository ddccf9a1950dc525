/// Every eviction policy, in alphabetical order.
public enum PolicyCatalog {
  public static let all: [PolicyRow] = [
    PolicyRow(
      name: "fifo", aliases: ["first-in-first-out"],
      summary: "whoever came first leaves first",
      reference: "Belady, Nelson, Shedler, Communications of the ACM 12 (1969)",
      make: { _, _ in FIFOPolicy() }),
    PolicyRow(
      name: "lfu", aliases: ["least-frequently-used"],
      summary: "whoever was asked for least often leaves",
      reference: "Shah, Mitra, Matani, An O(1) algorithm for implementing the LFU cache (2010)",
      make: { _, _ in LFUPolicy() }),
    PolicyRow(
      name: "lru", aliases: ["least-recently-used"],
      summary: "whoever has been silent longest leaves",
      reference: "Mattson et al., IBM Systems Journal 9 (1970)",
      make: { _, _ in LRUPolicy() }),
    PolicyRow(
      name: "noeviction", aliases: ["no-eviction"],
      summary: "nobody leaves: a newcomer that does not fit is an error",
      reference: "Redis documentation, Key eviction",
      make: { _, _ in NoEvictionPolicy() }),
    PolicyRow(
      name: "random", aliases: ["allkeys-random"],
      summary: "the lot decides who leaves",
      reference: "Belady, IBM Systems Journal 5 (1966)",
      make: { _, seed in RandomPolicy(seed: seed) }),
  ]

  /// The row with this name or alias, in any case; `nil` if there is none.
  public static func find(_ name: String) -> PolicyRow? {
    let name = name.lowercased()
    return (standIns + all).first { $0.name == name || $0.aliases.contains(name) }
  }

  /// Rows that take the place of those with their names, for as long as a task sets them.
  ///
  /// Whoever wants to know whether a lesson would notice a wrong policy proves it under one.
  @TaskLocal static var standIns: [PolicyRow] = []
}
