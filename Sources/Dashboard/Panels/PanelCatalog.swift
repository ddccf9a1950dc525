import Screen

/// Every panel that a lesson can name, in alphabetical order.
public enum PanelCatalog {
  public static let all: [PanelRow] = [
    PanelRow(
      "cache", "what lies in the caches, who leaves next", minimum: Size(width: 26, height: 2),
      make: { CachePanel($0) }),
    PanelRow(
      "curve", "misses by places, for the reads so far: the curve and its knee",
      minimum: Size(width: 24, height: 5), make: { CurvePanel($0) }),
    PanelRow(
      "database", "workers, queue, loads and stores", minimum: Size(width: 22, height: 3),
      make: { DatabasePanel($0) }),
    PanelRow(
      "help", "the keys that act now", minimum: Size(width: 16, height: 1),
      make: { HelpPanel($0) }),
    PanelRow(
      "lanes", "two rules side by side, number by number", minimum: Size(width: 26, height: 3),
      make: { LanesPanel($0) }),
    PanelRow(
      "listing", "the program that runs, and who stands where",
      minimum: Size(width: 24, height: 2), make: { ListingPanel($0) }),
    PanelRow(
      "log", "what has happened, in words", minimum: Size(width: 16, height: 1),
      make: { LogPanel($0) }),
    PanelRow(
      "nodes", "the cache nodes as a table", minimum: Size(width: 24, height: 2),
      make: { NodesPanel($0) }),
    PanelRow(
      "path", "people, caches, database, and what travels", minimum: Size(width: 60, height: 3),
      make: { PathPanel($0) }),
    PanelRow(
      "policy", "inside the policy: queues, bits, hand, ghosts",
      minimum: Size(width: 24, height: 2), make: { PolicyPanel($0) }),
    PanelRow(
      "queue", "writes that wait to be stored", minimum: Size(width: 24, height: 2),
      make: { QueuePanel($0) }),
    PanelRow(
      "ring", "nodes and keys on the circle of hashes", minimum: Size(width: 20, height: 3),
      make: { RingPanel($0) }),
    PanelRow(
      "stats", "the numbers of the part", minimum: Size(width: 20, height: 2),
      make: { StatsPanel($0) }),
    PanelRow(
      "timeline", "hits, loads and queue over time, latencies",
      minimum: Size(width: 24, height: 4), make: { TimelinePanel($0) }),
  ]

  /// The row with this name; nil when there is none.
  public static func find(_ id: String) -> PanelRow? { all.first { $0.id == id } }
}
