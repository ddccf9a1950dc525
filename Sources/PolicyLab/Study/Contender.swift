import CacheEngine

/// Something that can be raced: a policy of the catalog, or an oracle.
public struct Contender: Sendable {
  /// What the tables call it.
  public let name: String
  public let aliases: [String]
  public let summary: String
  /// Whether it knows the future.
  public let isOracle: Bool
  /// Whether it makes room for any entry: the volatile policies let those leave that expire, and
  /// the entries of a trace never do.
  public let makesRoom: Bool
  /// Runs a prepared trace; the seed starts lots, if there are any.
  let simulate: @Sendable (PreparedTrace, _ capacity: Int, _ seed: UInt64) -> BatchResult

  init(_ row: PolicyRow) {
    name = row.name
    aliases = row.aliases
    summary = row.summary
    isOracle = false
    makesRoom = row.scope == .everybody
    simulate = { row.simulate($0.batch, $1, $2) }
  }

  private init(oracle name: String, aliases: [String], summary: String, bypasses: Bool) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    isOracle = true
    makesRoom = true
    simulate = { trace, capacity, _ in
      trace.optimal.simulate(capacity: capacity, bypasses: bypasses)
    }
  }

  /// Bélády's rule.
  public static let optimal = Contender(
    oracle: "opt", aliases: ["belady", "min", "optimal"],
    summary: "whoever is asked for again latest leaves", bypasses: false)

  /// Bélády's rule, newcomers included in the choice: the bound that distances are measured from.
  public static let bound = Contender(
    oracle: "opt-bypass", aliases: ["bound"],
    summary: "as opt, and a newcomer may stay outside", bypasses: true)

  /// Every policy, in the order of the catalog, and then the oracles.
  public static var all: [Contender] { PolicyCatalog.all.map(Contender.init) + [optimal, bound] }

  /// The one with this name or alias, in any case; nil if there is none.
  public static func find(_ name: String) -> Contender? {
    if let row = PolicyCatalog.find(name) { return Contender(row) }
    let name = name.lowercased()
    return all.first { $0.name == name || $0.aliases.contains(name) }
  }
}

/// A trace with what every run over it shares.
public struct PreparedTrace: Sendable {
  public let trace: LabTrace
  public let unit: CapacityUnit
  public let batch: BatchTrace
  public let optimal: OptimalPolicy

  /// Finds all next uses once; O(requests).
  public init(_ trace: LabTrace, by unit: CapacityUnit) {
    self.trace = trace
    self.unit = unit
    batch = trace.batch(by: unit)
    optimal = OptimalPolicy(trace, by: unit)
  }
}
